package dev.dynamoemulator.operation.item;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Evidence: items.md §2, protocol.md §6.5, §8; legacy.md §1. */
class BatchGetItemMessagesTest {

  private static final String MIXED =
      "Can not use both expression and non-expression parameters in the same request:"
          + " Non-expression parameters: {AttributesToGet} Expression parameters:"
          + " {ProjectionExpression}";

  private static final BothWordings EMULATORS =
      BothWordings.with(
          items -> {
            items.create("tbl", "pk:S", "GSI index gpk:S ALL");
            items.create("pair", "pk:S sk:B");
            items.create("num", "pk:N");
          });

  private static String request(String tables) {
    return "{'RequestItems':{" + tables + "}}";
  }

  @Test
  void requiresATable() {
    EMULATORS.assertFaults(
        "BatchGetItem",
        request(""),
        "1 validation error detected: Value at 'RequestItems' failed to satisfy constraint: Member"
            + " must have length greater than or equal to 1",
        "The requestItems parameter is required for BatchGetItem");
    EMULATORS.assertFault(
        "BatchGetItem",
        "{}",
        "1 validation error detected: Value null at 'requestItems' failed to satisfy constraint:"
            + " Member must not be null");
  }

  static Stream<Arguments> faults() {
    String key = "'Keys':[{'pk':{'S':'1'}}]";
    String duplicates = "Provided list of item keys contains duplicates";
    String schema = "The provided key element does not match the schema";
    return Stream.of(
        arguments("'tbl':{" + key + ",'AttributesToGet':['a'],'ProjectionExpression':'a'}", MIXED),
        arguments(
            "'tbl':{"
                + key
                + ",'AttributesToGet':['a']},'num':{'Keys':[{'pk':{'N':'1'}}],"
                + "'ProjectionExpression':'a'}",
            MIXED),
        arguments(
            "'tbl':{" + key + ",'ExpressionAttributeNames':{'#a':'a'}}",
            "ExpressionAttributeNames can only be specified when using expressions"),
        arguments(
            "'tbl':{" + key + ",'AttributesToGet':['a','a']}",
            "One or more parameter values were invalid: Duplicate value in attribute name: a"),
        arguments(
            "'tbl':{" + key + ",'ProjectionExpression':''}",
            "Invalid ProjectionExpression: The expression can not be empty;"),
        arguments(
            "'tbl':{" + key + ",'ProjectionExpression':'a','ExpressionAttributeNames':{'#b':'b'}}",
            "Value provided in ExpressionAttributeNames unused in expressions: keys: {#b}"),
        arguments("'tbl':{'Keys':[{'pk':{'S':'1'}},{'pk':{'S':'1'}}]}", duplicates),
        arguments("'num':{'Keys':[{'pk':{'N':'1'}},{'pk':{'N':'1.0'}}]}", duplicates),
        arguments(
            "'pair':{'Keys':[{'pk':{'S':'1'},'sk':{'B':'AQ=='}},"
                + "{'sk':{'B':'AQ=='},'pk':{'S':'1'}}]}",
            duplicates),
        arguments(
            "'tbl':{'Keys':"
                + BatchGetItemTest.keys(0, 100)
                + "},'num':{'Keys':[{'pk':{'N':'1'}}]}",
            "Too many items requested for the BatchGetItem call"),
        arguments(
            "'tbl':{" + key + "},'none':{" + key + "}",
            "ResourceNotFoundException: Requested resource not found"),
        arguments("'tbl':{" + key + "},'num':{" + key + "}", schema),
        arguments("'pair':{" + key + "}", schema),
        arguments(
            "'tbl':{'Keys':[{'pk':{'S':''}}]}",
            "One or more parameter values are not valid. The AttributeValue for a key attribute"
                + " cannot contain an empty string value. Key: pk"),
        arguments(
            "'tbl':{'Keys':[{'pk':" + Values.string(2049) + "}]}",
            "One or more parameter values were invalid: Size of hashkey has exceeded the maximum"
                + " size limit of2048 bytes"),
        arguments(
            "'tbl':{" + key + ",'ProjectionExpression':'pk.a'}",
            "Key attributes must be scalars; list random access '[]' and map lookup '.' are not"
                + " allowed: Key: pk"),
        arguments(
            "'tbl':{'Keys':" + BatchGetItemTest.keys(0, 101) + "}",
            "1 validation error detected: Value at 'RequestItems.tbl.member.Keys' failed to satisfy"
                + " constraint: Member must have length less than or equal to 100"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void namesWhatIsWrong(String tables, String text) {
    EMULATORS.assertFault("BatchGetItem", request(tables), text);
  }

  @ParameterizedTest
  @MethodSource("dev.dynamoemulator.operation.item.KeyParameterFaults#valueFaults")
  void namesWhatIsWrongWithAKeyValue(String key, String text) {
    EMULATORS.assertFault("BatchGetItem", request("'tbl':{'Keys':[" + key + "]}"), text);
  }

  @ParameterizedTest
  @MethodSource("dev.dynamoemulator.operation.item.KeyParameterFaults#schemaFaults")
  void namesWhatIsWrongWithAKey(String table, String key, String text) {
    EMULATORS.assertFault("BatchGetItem", request("'" + table + "':{'Keys':[" + key + "]}"), text);
  }
}
