package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.operation.item.TransactionFixture.json;
import static dev.dynamoemulator.operation.item.TransactionFixture.transaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Evidence: transactions.md §2.2, §3. */
class TransactGetItemsMessagesTest {

  private static final String GET_ADA = "{'Get':{'TableName':'accounts','Key':{'id':{'S':'ada'}}}}";

  private final TransactionFixture fixture = TransactionFixture.start();

  private static String get(String key, String members) {
    return "{'Get':{'TableName':'accounts','Key':" + key + members + "}}";
  }

  static Stream<Arguments> faults() {
    String envelope = "1 validation error detected: ";
    String notNull = " failed to satisfy constraint: Member must not be null";
    String ada = "{'id':{'S':'ada'}}";
    return Stream.of(
        arguments(
            "",
            envelope
                + "Value '[]' at 'transactItems' failed to satisfy constraint: Member must have"
                + " length greater than or equal to 1"),
        arguments("{}", envelope + "Value null at 'transactItems.1.member.get'" + notNull),
        arguments("{'Put':{}}", envelope + "Value null at 'transactItems.1.member.get'" + notNull),
        arguments(
            "{'Get':{'Key':{}}}",
            envelope + "Value null at 'transactItems.1.member.get.tableName'" + notNull),
        arguments(
            GET_ADA + ",{'Get':{'TableName':'accounts'}}",
            envelope + "Value null at 'transactItems.2.member.get.key'" + notNull),
        arguments(
            get(ada, ",'ExpressionAttributeNames':{'#a':'a'}"),
            "ExpressionAttributeNames can only be specified when using expressions"),
        arguments(
            get("{'id':{}}", ""),
            "Supplied AttributeValue is empty, must contain exactly one of the supported"
                + " datatypes"),
        arguments(
            get(ada, ",'ProjectionExpression':'!!'"),
            "Invalid ProjectionExpression: Syntax error; token: \"!\", near: \"!!\""),
        arguments(
            get(ada, ",'ProjectionExpression':''"),
            "Invalid ProjectionExpression: The expression can not be empty;"),
        arguments(
            get(ada, ",'ProjectionExpression':'#a'"),
            "Invalid ProjectionExpression: An expression attribute name used in the document path"
                + " is not defined; attribute name: #a"),
        arguments(
            get(ada, ",'ProjectionExpression':'a','ExpressionAttributeNames':{'#a':'a'}"),
            "Value provided in ExpressionAttributeNames unused in expressions: keys: {#a}"),
        arguments(
            get(ada, ",'ProjectionExpression':'a, a.b'"),
            "Invalid ProjectionExpression: Two document paths overlap with each other; must remove"
                + " or rewrite one of these paths; path one: [a], path two: [a, b]"),
        arguments(
            get("{'id':{'S':''}}", ""),
            "One or more parameter values are not valid. The AttributeValue for a key attribute"
                + " cannot contain an empty string value. Key: id"),
        arguments(
            GET_ADA + "," + GET_ADA,
            "Transaction request cannot include multiple operations on one item"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void reportsFaultsThatFailTheTransactionAsAWhole(String elements, String text) {
    assertThat(fixture.getFault(elements)).isEqualTo("ValidationException: " + text);
  }

  @Test
  void refusesMoreThanAHundredItems() {
    assertThat(fixture.getFault(String.join(",", Collections.nCopies(101, GET_ADA))))
        .startsWith("ValidationException: 1 validation error detected: Value '[")
        .endsWith(
            "]' at 'transactItems' failed to satisfy constraint: Member must have length less than"
                + " or equal to 100");
  }

  @Test
  void reportsOneMissingTableOfMany() {
    assertThat(
            fixture.getFault(GET_ADA + ",{'Get':{'TableName':'missing','Key':{'id':{'S':'a'}}}}"))
        .isEqualTo("ResourceNotFoundException: Requested resource not found");
  }

  static Stream<Arguments> reasons() {
    String mismatch = "The provided key element does not match the schema";
    return Stream.of(
        arguments(get("{}", ""), mismatch),
        arguments(get("{'id':{'N':'1'}}", ""), mismatch),
        arguments(get("{'id':{'SS':['a']}}", ""), mismatch),
        arguments(get("{'other':{'S':'a'}}", ""), mismatch),
        arguments(get("{'id':{'S':'a'},'other':{'S':'a'}}", ""), mismatch),
        arguments(
            get("{'id':{'S':'" + "x".repeat(2049) + "'}}", ""),
            "One or more parameter values were invalid: Size of hashkey has exceeded the maximum"
                + " size limit of2048 bytes"),
        arguments(
            get("{'id':{'S':'a'}}", ",'ProjectionExpression':'id[0]'"),
            "Key attributes must be scalars; list random access '[]' and map lookup '.' are not"
                + " allowed: Key: id"));
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void cancelsForFaultsThatNeedTheTable(String element, String text) {
    JsonNode error = fixture.error("TransactGetItems", transaction(GET_ADA + "," + element));

    assertThat(error.get("__type").asText())
        .isEqualTo("com.amazonaws.dynamodb.v20120810#TransactionCanceledException");
    assertThat(error.get("Message").asText())
        .isEqualTo(
            "Transaction cancelled, please refer cancellation reasons for specific reasons [None,"
                + " ValidationError]");
    JsonNode reasons = error.get("CancellationReasons");
    assertThat(reasons).hasSize(2);
    assertThat(reasons.get(0)).isEqualTo(json("{'Code':'None'}"));
    assertThat(reasons.get(1).get("Code").asText()).isEqualTo("ValidationError");
    assertThat(reasons.get(1).get("Message").asText()).isEqualTo(text);
  }
}
