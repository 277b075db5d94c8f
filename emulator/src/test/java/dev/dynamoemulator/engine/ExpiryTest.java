package dev.dynamoemulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.DynamoNumber;
import dev.dynamoemulator.model.Item;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which items expire (tables.md §11.2). */
class ExpiryTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final Expiry expiry = new Expiry("ttl", NOW);

  @ParameterizedTest
  @CsvSource({
    // 2026-03-01T12:00:00Z
    "1772366401, false",
    "1772366400, false",
    "1772366399, true",
    "1772366399.9, true",
    "1772366400.1, false",
    // 2021-03-01T12:00:00Z
    "1614600001, true",
    "1614600000, true",
    "1614599999, false",
    "0, false",
    "-1772366399, false",
    // the same time in milliseconds
    "1772366399000, false",
    "1E+100, false",
    "1E-100, false"
  })
  void timeInThePastButNotOlderThanFiveYears(String time, boolean expected) {
    AttributeValue value = new AttributeValue.N(DynamoNumber.parse(time));

    assertThat(expiry.hasPassed(Item.of(Map.of("ttl", value)))).isEqualTo(expected);
  }

  @Test
  void ignoresOtherTypesOtherAttributesAndNestedOnes() {
    AttributeValue past = new AttributeValue.N(DynamoNumber.of(NOW.getEpochSecond() - 60));

    assertThat(expiry.hasPassed(Item.of(Map.of("other", past)))).isFalse();
    assertThat(expiry.hasPassed(Item.of(Map.of("ttl", new AttributeValue.S("1772366340")))))
        .isFalse();
    assertThat(expiry.hasPassed(Item.of(Map.of("ttl", new AttributeValue.L(List.of(past))))))
        .isFalse();
    assertThat(expiry.hasPassed(Item.of(Map.of("m", new AttributeValue.M(Map.of("ttl", past))))))
        .isFalse();
  }
}
