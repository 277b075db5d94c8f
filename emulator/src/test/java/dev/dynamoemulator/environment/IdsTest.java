package dev.dynamoemulator.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {

  @Test
  void makesRequestIdsOfDigitsAndCapitals() {
    assertThat(Ids.random().requestId()).matches("[0-9A-Z]{52}");
  }

  @Test
  void makesRandomUuidsInLowerCase() {
    UUID uuid = UUID.fromString(Ids.random().uuid());

    assertThat(uuid.version()).isEqualTo(4);
    assertThat(uuid.variant()).isEqualTo(2);
    assertThat(uuid.toString()).isLowerCase();
  }

  @Test
  void repeatsItselfFromTheSameSeed() {
    assertThat(Ids.seeded(7).uuid()).isEqualTo(Ids.seeded(7).uuid());
    assertThat(Ids.seeded(7).requestId()).isNotEqualTo(Ids.seeded(8).requestId());
  }

  @Test
  void goesOnAsAnEarlierCopy() {
    Ids ids = Ids.seeded(7);
    ids.uuid();
    Ids copy = ids.copy();
    String next = ids.uuid();

    ids.follow(copy);

    assertThat(ids.uuid()).isEqualTo(next);
    assertThat(copy.uuid()).isEqualTo(next);
  }

  @Test
  void givesTheSameNameTheSameUuid() {
    assertThat(Ids.random().uuid("a")).isEqualTo(Ids.random().uuid("a"));
    assertThat(Ids.random().uuid("a")).isNotEqualTo(Ids.random().uuid("b"));
  }

  @Test
  void doesNotRepeatIds() {
    Ids ids = Ids.seeded(3);
    Set<String> made = new HashSet<>();

    for (int count = 0; count < 10_000; count++) {
      made.add(ids.requestId());
      made.add(ids.uuid());
    }

    assertThat(made).hasSize(20_000);
  }
}
