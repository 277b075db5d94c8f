package dev.dynamoemulator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The form of sequence numbers (streams.md §5.2). */
class SequenceNumberTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1, 100000000000000000001",
    "3, 499659, 300000000000000499659",
    "12, 499659, 1200000000000000499659",
    "1, 9223372036854775807, 109223372036854775807",
    "2147483647, 1, 214748364700000000000000000001"
  })
  void showsGenerationAndCounter(int generation, long counter, String text) {
    SequenceNumber number = new SequenceNumber(generation, counter);

    assertThat(number).hasToString(text);
    assertThat(SequenceNumber.parse(text)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12345678901234567890",
        "109223372036854775808",
        "214748364800000000000000000001",
        "+00000000000000499659",
        "30000000000000049965x",
        "３00000000000000499659"
      })
  void parsesNothingElse(String text) {
    assertThat(SequenceNumber.parse(text)).isNull();
  }
}
