package dev.dynamoemulator.operation.item;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Evidence: items.md §2, data-model.md §4, expressions.md §2, §5.4, §7; legacy.md §1, §7. */
class GetItemMessagesTest {

  private static final BothWordings EMULATORS =
      BothWordings.with(
          items -> {
            items.create("tbl", "pk:S", "GSI index gpk:S ALL");
            items.create("pair", "pk:S sk:B");
          });

  static Stream<Arguments> faults() {
    String nested =
        "Key attributes must be scalars; list random access '[]' and map lookup '.' are not"
            + " allowed: ";
    return Stream.of(
        arguments(
            "'AttributesToGet':['a'],'ProjectionExpression':'a'",
            "Can not use both expression and non-expression parameters in the same request:"
                + " Non-expression parameters: {AttributesToGet} Expression parameters:"
                + " {ProjectionExpression}"),
        arguments(
            "'ExpressionAttributeNames':{'#a':'a'}",
            "ExpressionAttributeNames can only be specified when using expressions"),
        arguments(
            "'AttributesToGet':['a','b','a']",
            "One or more parameter values were invalid: Duplicate value in attribute name: a"),
        arguments(
            "'ProjectionExpression':'a','ExpressionAttributeNames':{}",
            "ExpressionAttributeNames must not be empty"),
        arguments(
            "'ProjectionExpression':'!!!'",
            "Invalid ProjectionExpression: Syntax error; token: \"!\", near: \"!!\""),
        arguments(
            "'ProjectionExpression':'a, a.b'",
            "Invalid ProjectionExpression: Two document paths overlap with each other; must remove"
                + " or rewrite one of these paths; path one: [a], path two: [a, b]"),
        arguments(
            "'ProjectionExpression':'a','ExpressionAttributeNames':{'#b':'b'}",
            "Value provided in ExpressionAttributeNames unused in expressions: keys: {#b}"),
        arguments("'ProjectionExpression':'a, pk.b'", nested + "Key: pk"),
        // The table's key comes first, wherever the paths stand (dynalite: validateKeyPaths).
        arguments("'ProjectionExpression':'gpk.a, pk.b'", nested + "Key: pk"),
        arguments("'ProjectionExpression':'gpk[1]'", nested + "IndexKey: gpk"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void namesWhatIsWrongWithTheRequest(String members, String text) {
    EMULATORS.assertFault(
        "GetItem", "{'TableName':'tbl','Key':{'pk':{'S':'1'}}," + members + "}", text);
  }

  @ParameterizedTest
  @MethodSource("dev.dynamoemulator.operation.item.KeyParameterFaults#valueFaults")
  void namesWhatIsWrongWithAKeyValue(String key, String text) {
    EMULATORS.assertFault("GetItem", "{'TableName':'tbl','Key':" + key + "}", text);
  }

  @ParameterizedTest
  @MethodSource("dev.dynamoemulator.operation.item.KeyParameterFaults#schemaFaults")
  void namesWhatIsWrongWithTheKey(String table, String key, String text) {
    EMULATORS.assertFault("GetItem", "{'TableName':'" + table + "','Key':" + key + "}", text);
  }
}
