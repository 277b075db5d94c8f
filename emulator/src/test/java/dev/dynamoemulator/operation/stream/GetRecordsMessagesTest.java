package dev.dynamoemulator.operation.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wording of GetRecords (streams.md §7, §8). Time's faults are in StreamTimeTest. */
class GetRecordsMessagesTest {

  private final StreamFixture streams = StreamFixture.create();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {} | 1 validation error detected: Value null at 'shardIterator' failed to satisfy constraint: Member must not be null
          {'ShardIterator':''} | 1 validation error detected: Value '' at 'shardIterator' failed to satisfy constraint: Member must have length greater than or equal to 1
          {'ShardIterator':'x','Limit':0} | 1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1
          {'ShardIterator':'x','Limit':1001} | 1 validation error detected: Value '1001' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 1000
          """)
  void validationMessages(String input, String message) {
    assertThat(streams.error("GetRecords", input)).isEqualTo("ValidationException " + message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "arn|1|", "arn|1|AAAA", "arn|1|*", "|1|"})
  void reportsWhatIsNoIterator(String iterator) {
    assertThat(streams.error("GetRecords", "{'ShardIterator':'%s'}", iterator))
        .isEqualTo("ValidationException Invalid ShardIterator.");
  }

  @Test
  void reportsADamagedIterator() {
    String arn = streams.createTable("orders", "NEW_IMAGE");
    String iterator = streams.iterator(arn, streams.firstShard(arn), "LATEST");

    for (int i = 0; i < iterator.length(); i++) {
      String damaged = iterator.substring(0, i) + '.' + iterator.substring(i + 1);
      if (!damaged.equals(iterator)) {
        assertThat(streams.error("GetRecords", "{'ShardIterator':'%s'}", damaged))
            .isEqualTo("ValidationException Invalid ShardIterator.");
      }
    }
  }
}
