package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.operation.item.FaultOrder.Fault.fault;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.operation.item.FaultOrder.Fault;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Evidence: items.md §1.2. */
class GetItemOrderTest {

  private static final ItemsFixture ITEMS = ItemsFixture.newer();

  private static final Fault BAD_VALUE =
      fault("The parameter cannot be converted to a numeric value: x", "Key.bad", "{'N':'x'}");
  private static final Fault NO_TABLE =
      fault("ResourceNotFoundException: Requested resource not found", "TableName", "'none'");
  private static final Fault WRONG_KEY =
      fault("The provided key element does not match the schema", "Key.extra", "{'S':'1'}");

  static {
    ITEMS.create("tbl", "pk:S");
    ITEMS.create("pair", "pk:S sk:S");
  }

  static Stream<Arguments> legacyFaults() {
    return FaultOrder.within("TableName", "'tbl'", "Key.pk", "{'S':'1'}")
        .of(
            fault(
                "ExpressionAttributeNames can only be specified when using expressions",
                "ExpressionAttributeNames",
                "{}"),
            BAD_VALUE,
            fault(
                "One or more parameter values were invalid: Duplicate value in attribute name: a",
                "AttributesToGet",
                "['a','a']"),
            NO_TABLE,
            WRONG_KEY);
  }

  static Stream<Arguments> expressionFaults() {
    return FaultOrder.within(
            "TableName", "'tbl'", "Key.pk", "{'S':'1'}", "ProjectionExpression", "'a'")
        .of(
            fault(
                "Can not use both expression and non-expression parameters in the same request:"
                    + " Non-expression parameters: {AttributesToGet} Expression parameters:"
                    + " {ProjectionExpression}",
                "AttributesToGet",
                "['a','a']"),
            BAD_VALUE,
            fault(
                "ExpressionAttributeNames contains invalid key: Syntax error; key: \"b\"",
                "ExpressionAttributeNames.b",
                "'b'"),
            fault(
                "Invalid ProjectionExpression: Syntax error; token: \"<EOF>\", near: \",\"",
                "ProjectionExpression",
                "'a,'"),
            fault(
                "Value provided in ExpressionAttributeNames unused in expressions: keys: {#c}",
                "ExpressionAttributeNames.#c",
                "'c'"),
            NO_TABLE,
            WRONG_KEY,
            fault(
                "Key attributes must be scalars; list random access '[]' and map lookup '.' are not"
                    + " allowed: Key: pk",
                "ProjectionExpression",
                "'pk.a'"));
  }

  @ParameterizedTest
  @MethodSource({"legacyFaults", "expressionFaults"})
  void reportsTheFaultThatTheServiceFindsFirst(String request, String text) {
    assertThat(ITEMS.fault("GetItem", request)).isEqualTo(text);
  }

  /** Key attributes are checked one after the other (dynalite: validateKey). */
  @ParameterizedTest
  @ValueSource(strings = {"{'N':'1'}", "{'S':''}"})
  void reportsALongPartitionKeyBeforeAnyFaultOfTheSortKey(String sortKey) {
    assertThat(
            ITEMS.fault(
                "GetItem",
                "{'TableName':'pair','Key':{'sk':%s,'pk':%s}}"
                    .formatted(sortKey, Values.string(2049))))
        .isEqualTo(
            "One or more parameter values were invalid: Size of hashkey has exceeded the maximum"
                + " size limit of2048 bytes");
  }
}
