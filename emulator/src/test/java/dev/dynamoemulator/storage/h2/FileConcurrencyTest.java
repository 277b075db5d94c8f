package dev.dynamoemulator.storage.h2;

import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.StorageConcurrencyTest;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileConcurrencyTest extends StorageConcurrencyTest {

  @TempDir Path directory;

  @Override
  protected Storage open() {
    return H2Storage.file(directory.resolve("data"), Durability.EVERY_COMMIT);
  }
}
