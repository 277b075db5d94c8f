package dev.dynamoemulator.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Attribute names of 1 to 65,535 bytes (data-model.md §3). */
class AttributeNameMessagesTest {

  private static final String TOO_LONG =
      "Attribute name is too large, must be less than 65536 bytes";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a | 0     | Empty attribute name",
        "a | 1     | ",
        "a | 65535 | ",
        "a | 65536 | " + TOO_LONG,
        "é | 32767 | ",
        "é | 32768 | " + TOO_LONG,
        "€ | 21845 | ",
        "€ | 21846 | " + TOO_LONG,
      })
  void namesTheFault(String letter, int times, String fault) {
    assertThat(AttributeNameErrors.faultOf(letter.repeat(times))).isEqualTo(fault);
  }
}
