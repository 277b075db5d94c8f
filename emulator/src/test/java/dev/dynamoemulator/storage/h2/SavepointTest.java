package dev.dynamoemulator.storage.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamoemulator.storage.WriteBatch;
import org.junit.jupiter.api.Test;

class SavepointTest {

  private static final byte[] KEY = {1};
  private static final byte[] ONE = {1};
  private static final byte[] TWO = {2};

  private final H2Storage storage = H2Storage.inMemory();

  @Test
  void restoresWhatWasSaved() {
    put(storage, "a", ONE);
    Savepoint savepoint = storage.save();
    put(storage, "a", TWO);
    put(storage, "b", TWO);

    storage.restore(savepoint);

    assertThat(storage.get("a", KEY)).isEqualTo(ONE);
    assertThat(storage.collections()).containsExactly("a");
  }

  @Test
  void restoresADroppedCollection() {
    put(storage, "a", ONE);
    Savepoint savepoint = storage.save();
    storage.drop("a");
    put(storage, "b", TWO);

    storage.restore(savepoint);
    put(storage, "c", TWO);

    assertThat(storage.get("a", KEY)).isEqualTo(ONE);
    assertThat(storage.collections()).containsExactlyInAnyOrder("a", "c");
  }

  @Test
  void restoresTheSameSavepointAgain() {
    Savepoint empty = storage.save();

    for (int i = 0; i < 3; i++) {
      put(storage, "a", ONE);
      storage.restore(empty);
      assertThat(storage.collections()).isEmpty();
    }
  }

  @Test
  void forksDoNotSeeEachOthersChanges() {
    put(storage, "a", ONE);

    H2Storage fork = storage.fork();
    put(fork, "a", TWO);
    put(storage, "b", ONE);
    H2Storage forkOfFork = fork.fork();
    put(forkOfFork, "c", ONE);

    assertThat(storage.get("a", KEY)).isEqualTo(ONE);
    assertThat(storage.collections()).containsExactlyInAnyOrder("a", "b");
    assertThat(fork.get("a", KEY)).isEqualTo(TWO);
    assertThat(fork.collections()).containsExactly("a");
    assertThat(forkOfFork.collections()).containsExactlyInAnyOrder("a", "c");
  }

  @Test
  void aForkOutlivesItsOrigin() {
    put(storage, "a", ONE);
    H2Storage fork = storage.fork();

    storage.close();
    put(fork, "a", TWO);

    assertThat(fork.get("a", KEY)).isEqualTo(TWO);
  }

  @Test
  void restoresASavepointOfAForkButNotOfAnotherStorage() {
    put(storage, "a", ONE);
    Savepoint savepoint = storage.save();

    H2Storage fork = storage.fork();
    fork.drop("a");
    fork.restore(savepoint);

    assertThat(fork.get("a", KEY)).isEqualTo(ONE);
    assertThatThrownBy(() -> H2Storage.inMemory().restore(savepoint))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void put(H2Storage storage, String collection, byte[] value) {
    storage.commit(new WriteBatch().put(collection, KEY, value));
  }
}
