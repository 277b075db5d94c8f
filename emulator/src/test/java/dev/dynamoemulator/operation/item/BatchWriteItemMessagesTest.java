package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.operation.item.BatchWriteItemTest.delete;
import static dev.dynamoemulator.operation.item.BatchWriteItemTest.put;
import static dev.dynamoemulator.operation.item.BatchWriteItemTest.puts;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Evidence: items.md §2, data-model.md §4.3, §4.4, §6; protocol.md §6.5. */
class BatchWriteItemMessagesTest {

  private static final String INVALID = "One or more parameter values were invalid: ";
  private static final String NOT_VALID = "One or more parameter values are not valid. ";
  private static final String EMPTY_STRING =
      "The AttributeValue for a key attribute cannot contain an empty string value.";

  private static final BothWordings EMULATORS =
      BothWordings.with(
          items -> {
            items.create("tbl", "pk:S", "GSI index gpk:S ALL");
            items.create("pair", "pk:S sk:B");
            items.create("num", "pk:N");
          });

  static Stream<Arguments> faults() {
    String duplicates = "Provided list of item keys contains duplicates";
    String schema = "The provided key element does not match the schema";
    String several =
        "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the"
            + " supported datatypes";
    String one = put("'pk':{'S':'1'}");
    String arn = "arn:aws:dynamodb:us-east-1:000000000000:table/tbl";
    return Stream.of(
        arguments("", "The requestItems parameter is required for BatchWriteItem"),
        arguments("'tbl':[{}]", several),
        arguments("'tbl':[{'PutRequest':{'Item':{}},'DeleteRequest':{'Key':{}}}]", several),
        arguments(
            "'tbl':[" + put("'pk':{'S':'1'},'v':{'SS':[]}") + "]",
            INVALID + "An string set  may not be empty"),
        arguments(
            "'tbl':[" + delete("'pk':{'N':'x'}") + "]",
            "The parameter cannot be converted to a numeric value: x"),
        arguments(
            "'tbl':[" + put("'pk':{'S':'1'},'v':" + Values.nested(33)) + "]",
            "Nesting Levels have exceeded supported limits: Attributes in the item have nested"
                + " levels beyond supported limit"),
        arguments(
            "'tbl':[" + put("'pk':{'S':'1'},'v':" + Values.string(409_600 - 3)) + "]",
            "Item size has exceeded the maximum allowed size"),
        arguments(
            "'tbl':" + puts(0, 25) + ",'num':[" + put("'pk':{'N':'1'}") + "]",
            "Too many items requested for the BatchWriteItem call"),
        arguments(
            "'tbl':[" + one + "],'none':[" + one + "]",
            "ResourceNotFoundException: Requested resource not found"),
        arguments("'tbl':[" + put("'v':{'S':'1'}") + "]", schema),
        arguments("'tbl':[" + put("'pk':{'N':'1'}") + "]", schema),
        arguments("'pair':[" + put("'pk':{'S':'1'}") + "]", schema),
        arguments("'tbl':[" + put("'pk':{'S':''}") + "]", NOT_VALID + EMPTY_STRING + " Key: pk"),
        arguments(
            "'pair':[" + put("'pk':{'S':'1'},'sk':{'B':''}") + "]",
            NOT_VALID
                + "The AttributeValue for a key attribute cannot contain an empty binary value."
                + " Key: sk"),
        arguments(
            "'tbl':[" + put("'pk':" + Values.string(2049)) + "]",
            INVALID + "Size of hashkey has exceeded the maximum size limit of2048 bytes"),
        arguments(
            "'tbl':[" + put("'pk':{'S':'1'},'gpk':{'N':'1'}") + "]",
            INVALID + "Type mismatch for Index Key gpk Expected: S Actual: N IndexName: index"),
        arguments(
            "'tbl':[" + put("'pk':{'S':'1'},'gpk':{'S':''}") + "]",
            NOT_VALID
                + "A value specified for a secondary index key is not supported. "
                + EMPTY_STRING
                + " IndexName: index, IndexKey: gpk"),
        arguments("'tbl':[" + one + "," + one + "]", duplicates),
        arguments("'tbl':[" + one + "," + delete("'pk':{'S':'1'}") + "]", duplicates),
        arguments(
            "'tbl':[" + delete("'pk':{'S':'1'}") + "," + delete("'pk':{'S':'1'}") + "]",
            duplicates),
        arguments(
            "'num':["
                + put("'pk':{'N':'1'},'v':{'S':'a'}")
                + ","
                + put("'pk':{'N':'1.0'},'v':{'S':'b'}")
                + "]",
            duplicates),
        arguments("'tbl':[" + one + "],'" + arn + "':[" + one + "]", duplicates));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void namesWhatIsWrong(String tables, String text) {
    EMULATORS.assertFault("BatchWriteItem", "{'RequestItems':{" + tables + "}}", text);
  }

  @ParameterizedTest
  @MethodSource("dev.dynamoemulator.operation.item.KeyParameterFaults#schemaFaults")
  void namesWhatIsWrongWithTheKeyOfADelete(String table, String key, String text) {
    EMULATORS.assertFault(
        "BatchWriteItem",
        "{'RequestItems':{'" + table + "':[{'DeleteRequest':{'Key':" + key + "}}]}}",
        text);
  }
}
