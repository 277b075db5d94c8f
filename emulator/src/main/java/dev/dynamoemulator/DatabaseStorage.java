package dev.dynamoemulator;

import dev.dynamoemulator.storage.StorageException;
import dev.dynamoemulator.storage.h2.H2Storage;
import java.nio.file.Path;
import java.time.Duration;

/** The store that options ask for: in memory, or in a file. */
final class DatabaseStorage {

  private static final String FILE = "dynamo-emulator.db";
  private static final Duration BACKGROUND_WINDOW = Duration.ofMillis(100);

  private DatabaseStorage() {}

  /**
   * @throws StorageException when the file cannot be used; the message says why
   */
  static H2Storage open(EmulatorOptions options) {
    return options
        .dbPath()
        .map(directory -> inFile(directory.resolve(FILE), options))
        .orElseGet(H2Storage::inMemory);
  }

  private static H2Storage inFile(Path file, EmulatorOptions options) {
    if (options.optimizesDbBeforeStartup()) {
      // A file is compacted when it is closed, which a killed process did not come to.
      open(file, options).close();
    }
    return open(file, options);
  }

  private static H2Storage open(Path file, EmulatorOptions options) {
    return H2Storage.file(
        file,
        switch (options.durability()) {
          case COMMIT -> dev.dynamoemulator.storage.h2.Durability.EVERY_COMMIT;
          case SYNC -> dev.dynamoemulator.storage.h2.Durability.EVERY_SYNC;
          case BACKGROUND -> dev.dynamoemulator.storage.h2.Durability.window(BACKGROUND_WINDOW);
        });
  }
}
