package dev.dynamoemulator.storage.h2;

import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.StorageConcurrencyTest;

class MemoryConcurrencyTest extends StorageConcurrencyTest {

  @Override
  protected Storage open() {
    return H2Storage.inMemory();
  }
}
