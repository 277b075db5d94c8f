package dev.dynamoemulator.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReservedWordsTest {

  @ParameterizedTest
  @ValueSource(strings = {"ABORT", "abort", "Name", "sIzE", "ZONE", "values", "ttl"})
  void knowsWordsInAnyCase(String word) {
    assertThat(ReservedWords.contains(word)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"id", "pk", "sk", "title", "price", "names_", "remove", "begins_with", ""})
  void leavesOtherWordsAlone(String word) {
    assertThat(ReservedWords.contains(word)).isFalse();
  }
}
