package dev.dynamoemulator.operation.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wording of GetShardIterator (streams.md §6; texts not given there are inferred). */
class GetShardIteratorMessagesTest {

  private final StreamFixture streams = StreamFixture.create();
  private String arn;
  private String shard;

  @BeforeEach
  void createTable() {
    arn = streams.createTable("orders", "NEW_IMAGE");
    shard = streams.firstShard(arn);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {'StreamArn':'ARN','ShardId':'SHARD','ShardIteratorType':'X'} | 1 validation error detected: Value 'X' at 'shardIteratorType' failed to satisfy constraint: Member must satisfy enum value set: [AFTER_SEQUENCE_NUMBER, LATEST, AT_SEQUENCE_NUMBER, TRIM_HORIZON]
          {'StreamArn':'ARN','ShardId':'SHARD'} | 1 validation error detected: Value null at 'shardIteratorType' failed to satisfy constraint: Member must not be null
          {'StreamArn':'ARN','ShardIteratorType':'LATEST'} | 1 validation error detected: Value null at 'shardId' failed to satisfy constraint: Member must not be null
          {'StreamArn':'ARN','ShardId':'x','ShardIteratorType':'LATEST'} | 1 validation error detected: Value 'x' at 'shardId' failed to satisfy constraint: Member must have length greater than or equal to 28
          {'StreamArn':'ARN','ShardId':'SHARD','ShardIteratorType':'AT_SEQUENCE_NUMBER','SequenceNumber':'1'} | 1 validation error detected: Value '1' at 'sequenceNumber' failed to satisfy constraint: Member must have length greater than or equal to 21
          {'StreamArn':'ARN','ShardId':'SHARD','ShardIteratorType':'AT_SEQUENCE_NUMBER'} | The parameter 'SequenceNumber' is required but was not present in the request
          {'StreamArn':'ARN','ShardId':'SHARD','ShardIteratorType':'AFTER_SEQUENCE_NUMBER'} | The parameter 'SequenceNumber' is required but was not present in the request
          {'StreamArn':'ARN','ShardId':'SHARD','ShardIteratorType':'TRIM_HORIZON','SequenceNumber':'100000000000000000001'} | One or more parameter values were invalid: SequenceNumber should not be passed for this iterator type
          {'StreamArn':'ARN','ShardId':'SHARD','ShardIteratorType':'LATEST','SequenceNumber':'100000000000000000001'} | One or more parameter values were invalid: SequenceNumber should not be passed for this iterator type
          """)
  void validationMessages(String input, String message) {
    String filled = input.replace("ARN", arn).replace("SHARD", shard);

    assertThat(streams.error("GetShardIterator", filled))
        .isEqualTo("ValidationException " + message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abcdefghijklmnopqrstuvwxyz",
        "-00000000000000000000000001",
        "100000000000000000000",
        "100000000000000000003",
        "200000000000000000002",
        "9999999999999999999999999999999999999999"
      })
  void reportsANumberThatTheShardCannotHave(String number) {
    streams.put("orders", "1", "a");

    assertThat(
            streams.error(
                "GetShardIterator",
                "{'StreamArn':'%s','ShardId':'%s','ShardIteratorType':'AT_SEQUENCE_NUMBER',"
                    + "'SequenceNumber':'%s'}",
                arn,
                shard,
                number))
        .isEqualTo("ValidationException Invalid SequenceNumber.");
  }

  @Test
  void reportsAnUnknownShard() {
    assertThat(
            streams.error(
                "GetShardIterator",
                "{'StreamArn':'%s','ShardId':'%s','ShardIteratorType':'LATEST'}",
                arn,
                "shardId-00000001414576573621-f55eea83"))
        .isEqualTo("ResourceNotFoundException Requested resource not found: Shard does not exist");
  }

  @Test
  void reportsAnUnknownStream() {
    String unknown = arn.replace("orders", "invoices");

    assertThat(
            streams.error(
                "GetShardIterator",
                "{'StreamArn':'%s','ShardId':'%s','ShardIteratorType':'LATEST'}",
                unknown,
                shard))
        .isEqualTo(
            "ResourceNotFoundException Requested resource not found: Stream: "
                + unknown
                + " not found");
  }
}
