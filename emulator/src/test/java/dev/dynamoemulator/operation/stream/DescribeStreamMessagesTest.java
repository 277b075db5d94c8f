package dev.dynamoemulator.operation.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wording of DescribeStream (streams.md §4.4; texts not given there are inferred). */
class DescribeStreamMessagesTest {

  private static final String ARN =
      "arn:aws:dynamodb:us-east-1:000000000000:table/orders/stream/2026-03-01T12:00:00.123";

  private final StreamFixture streams = StreamFixture.create();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {} | 1 validation error detected: Value null at 'streamArn' failed to satisfy constraint: Member must not be null
          {'StreamArn':'arn'} | 1 validation error detected: Value 'arn' at 'streamArn' failed to satisfy constraint: Member must have length greater than or equal to 37
          {'StreamArn':'ARN','Limit':101} | 1 validation error detected: Value '101' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 100
          {'StreamArn':'ARN','ExclusiveStartShardId':'x'} | 1 validation error detected: Value 'x' at 'exclusiveStartShardId' failed to satisfy constraint: Member must have length greater than or equal to 28
          {'StreamArn':'ARN','ShardFilter':{'Type':'X','ShardId':'shardId-00000001414576573621-f55eea83'}} | 1 validation error detected: Value 'X' at 'shardFilter.type' failed to satisfy constraint: Member must satisfy enum value set: [CHILD_SHARDS]
          {'StreamArn':'ARN','ShardFilter':{'ShardId':'shardId-00000001414576573621-f55eea83'}} | The parameter 'ShardFilter.Type' is required but was not present in the request
          {'StreamArn':'ARN','ShardFilter':{'Type':'CHILD_SHARDS'}} | The parameter 'ShardFilter.ShardId' is required but was not present in the request
          """)
  void validationMessages(String input, String message) {
    assertThat(streams.error("DescribeStream", input.replace("ARN", ARN)))
        .isEqualTo("ValidationException " + message);
  }

  @Test
  void reportsAnUnknownStream() {
    assertThat(streams.error("DescribeStream", "{'StreamArn':'%s'}", ARN))
        .isEqualTo(
            "ResourceNotFoundException Requested resource not found: Stream: "
                + ARN
                + " not found");
  }

  @Test
  void reportsTheStreamOfAnotherRegionAsUnknown() {
    streams.createTable("orders", "KEYS_ONLY");
    String foreign = ARN.replace("us-east-1", "eu-west-1");

    assertThat(streams.error("DescribeStream", "{'StreamArn':'%s'}", foreign))
        .isEqualTo(
            "ResourceNotFoundException Requested resource not found: Stream: "
                + foreign
                + " not found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:dynamodb:us-east-1:000000000000:table/orders",
        "arn:aws:dynamodb:us-east-1:000000000000:table/orders/stream/",
        "arn:aws:dynamodb:us-east-1:000000000000:table//stream/2026-03-01T12:00:00.123",
        "arn:aws:kinesis:us-east-1:000000000000:table/orders/stream/2026-03-01T12:00:00.123",
        "orders/stream/2026-03-01T12:00:00.123 and some more text"
      })
  void reportsAMalformedArn(String arn) {
    assertThat(streams.error("DescribeStream", "{'StreamArn':'%s'}", arn))
        .isEqualTo("ValidationException Invalid StreamArn.");
  }
}
