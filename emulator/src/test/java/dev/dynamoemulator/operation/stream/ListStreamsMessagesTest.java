package dev.dynamoemulator.operation.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wording of ListStreams (streams.md §1.5, §3). */
class ListStreamsMessagesTest {

  private final StreamFixture streams = StreamFixture.create();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {'Limit':101} | 1 validation error detected: Value '101' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 100
          {'Limit':0} | 1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1
          {'TableName':'ab'} | 1 validation error detected: Value 'ab' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 3
          {'TableName':'a+b'} | 1 validation error detected: Value 'a+b' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+
          {'ExclusiveStartStreamArn':'arn'} | 1 validation error detected: Value 'arn' at 'exclusiveStartStreamArn' failed to satisfy constraint: Member must have length greater than or equal to 37
          {'ExclusiveStartStreamArn':'arn:aws:dynamodb:us-east-1:000000000000:table/orders'} | Invalid StreamArn.
          """)
  void validationMessages(String input, String message) {
    assertThat(streams.error("ListStreams", input)).isEqualTo("ValidationException " + message);
  }
}
