package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.operation.item.BatchWriteItemTest.delete;
import static dev.dynamoemulator.operation.item.BatchWriteItemTest.put;
import static dev.dynamoemulator.operation.item.BatchWriteItemTest.puts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Evidence: items.md §1.3. Every row has the fault that is reported and the next one. */
class BatchWriteItemOrderTest {

  private static final ItemsFixture ITEMS = ItemsFixture.newer();

  private static final String INVALID = "One or more parameter values were invalid: ";
  private static final String NEITHER =
      "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the"
          + " supported datatypes";
  private static final String EMPTY_SET = INVALID + "An string set  may not be empty";
  private static final String TOO_LARGE = "Item size has exceeded the maximum allowed size";
  private static final String TOO_MANY = "Too many items requested for the BatchWriteItem call";
  private static final String NOT_FOUND = "ResourceNotFoundException: Requested resource not found";
  private static final String SCHEMA = "The provided key element does not match the schema";
  private static final String INDEX_KEY =
      INVALID + "Type mismatch for Index Key gpk Expected: S Actual: N IndexName: index";
  private static final String DUPLICATES = "Provided list of item keys contains duplicates";

  static {
    ITEMS.create("tbl", "pk:S", "GSI index gpk:S ALL");
    ITEMS.create("other", "pk:S");
  }

  static Stream<Arguments> pairs() {
    String badValue = put("'pk':{'S':'v'},'v':{'SS':[]}");
    String large = put("'pk':{'S':'v'},'v':" + Values.string(409_600));
    String wrongKey = put("'pk':{'N':'1'}");
    String wrongIndexKey = put("'pk':{'S':'1'},'gpk':{'N':'1'}");
    String sound = put("'pk':{'S':'1'}");
    return Stream.of(
        arguments("'tbl':[" + badValue + ",{}]", NEITHER),
        arguments("'other':[" + badValue + "],'tbl':[{}]", EMPTY_SET),
        arguments("'tbl':[" + put("'pk':{'SS':[]},'v':" + Values.string(409_600)) + "]", EMPTY_SET),
        arguments("'tbl':[" + large + "," + badValue + "]", TOO_LARGE),
        arguments("'tbl':" + puts(0, 25) + ",'other':[" + large + "]", TOO_LARGE),
        arguments("'tbl':" + puts(0, 25) + ",'none':" + puts(0, 1), TOO_MANY),
        arguments("'tbl':[" + wrongKey + "],'none':" + puts(0, 1), NOT_FOUND),
        arguments("'none':[" + sound + "," + sound + "]", NOT_FOUND),
        arguments("'tbl':[" + wrongKey + "," + wrongIndexKey + "]", SCHEMA),
        arguments("'tbl':[" + wrongIndexKey + "," + wrongKey + "]", INDEX_KEY),
        arguments("'tbl':[" + put("'pk':{'N':'1'},'gpk':{'N':'1'}") + "]", SCHEMA),
        arguments("'tbl':[" + wrongIndexKey + "," + wrongIndexKey + "]", INDEX_KEY),
        arguments(
            "'tbl':[" + sound + "," + sound + "],'other':[" + delete("'x':{'S':'1'}") + "]",
            SCHEMA),
        arguments("'tbl':[" + sound + "," + sound + "]", DUPLICATES));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void reportsTheFaultThatTheServiceFindsFirst(String tables, String text) {
    assertThat(ITEMS.fault("BatchWriteItem", "{'RequestItems':{" + tables + "}}")).isEqualTo(text);
  }
}
