package dev.dynamoemulator.storage.h2;

import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.StorageContractTest;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileStorageTest extends StorageContractTest {

  @TempDir Path directory;

  @Override
  protected Storage open() {
    return H2Storage.file(directory.resolve("data"), Durability.EVERY_COMMIT);
  }
}
