package dev.dynamoemulator.junit5.assertions;

import dev.dynamoemulator.fixtures.json.JsonTree;
import java.util.Map;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about a record of a stream. What the view type of the stream leaves out is null.
 *
 * <pre>{@code
 * assertThat(emulator, "orders")
 *     .streamRecord(1)
 *     .hasEventName("MODIFY")
 *     .newImage()
 *     .hasValue("status", "PAID");
 * }</pre>
 */
public final class StreamRecordAssert
    extends AbstractAssert<StreamRecordAssert, Map<String, Object>> {

  StreamRecordAssert(Map<String, Object> record) {
    super(record, StreamRecordAssert.class);
  }

  /** What happened to the item: INSERT, MODIFY or REMOVE. */
  public StreamRecordAssert hasEventName(String expected) {
    Object name = actual.get("eventName");
    if (!expected.equals(name)) {
      failWithMessage(
          "Expected the record to be of %s, but it is of %s %s",
          expected, name, Values.json(actual.get("dynamodb")));
    }
    return this;
  }

  /** The key of the item. */
  public ItemAssert keys() {
    return part("Keys");
  }

  /** The item after the change. */
  public ItemAssert newImage() {
    return part("NewImage");
  }

  /** The item before the change. */
  public ItemAssert oldImage() {
    return part("OldImage");
  }

  private ItemAssert part(String member) {
    Object part = JsonTree.object(actual.get("dynamodb"), "a record").get(member);
    return new ItemAssert(part == null ? null : JsonTree.object(part, member)).describedAs(member);
  }
}
