package dev.dynamoemulator.storage.h2;

import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.StorageContractTest;

class MemoryStorageTest extends StorageContractTest {

  @Override
  protected Storage open() {
    return H2Storage.inMemory();
  }
}
