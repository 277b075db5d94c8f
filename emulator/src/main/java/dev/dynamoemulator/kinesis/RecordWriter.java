package dev.dynamoemulator.kinesis;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dynamoemulator.change.ItemChange;
import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.json.AttributeWriter;
import dev.dynamoemulator.json.JsonBytes;
import dev.dynamoemulator.json.WireJson;
import dev.dynamoemulator.model.Item;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;

/** Writes changes in the form in which the service puts them into streams (control-plane.md §5). */
final class RecordWriter {

  /** Enough for most records. */
  private static final int CAPACITY = 1024;

  private RecordWriter() {}

  static KinesisRecord record(
      ItemChange change, Destination destination, String eventId, Instant now) {
    JsonBytes bytes = new JsonBytes(CAPACITY);
    try (JsonGenerator json = WireJson.generator(bytes)) {
      write(json, change, destination.precision(), eventId, now);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new KinesisRecord(
        now,
        destination.streamArn(),
        UUID.nameUUIDFromBytes(change.itemKey()).toString(),
        bytes.toByteArray());
  }

  private static void write(
      JsonGenerator json, ItemChange change, Precision precision, String eventId, Instant now)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("awsRegion", change.table().namespace().region());
    json.writeStringField("eventID", eventId);
    json.writeStringField("eventName", change.eventName().name());
    writeUserIdentity(json, change);
    json.writeStringField("recordFormat", "application/json");
    json.writeStringField("tableName", change.table().name());
    json.writeObjectFieldStart("dynamodb");
    json.writeNumberField("ApproximateCreationDateTime", precision.of(now));
    Item keys = change.table().schema().key().of(change.latestItem());
    json.writeFieldName("Keys");
    AttributeWriter.writeMap(json, keys.attributes());
    writeImage(json, "NewImage", change.newItem());
    writeImage(json, "OldImage", change.oldItem());
    json.writeNumberField(
        "SizeBytes", keys.size() + size(change.newItem()) + size(change.oldItem()));
    if (precision == Precision.MICROSECOND) {
      json.writeStringField("ApproximateCreationDateTimePrecision", precision.name());
    }
    json.writeEndObject();
    json.writeStringField("eventSource", "aws:dynamodb");
    json.writeEndObject();
  }

  private static void writeUserIdentity(JsonGenerator json, ItemChange change) throws IOException {
    if (!change.isByTimeToLive()) {
      json.writeNullField("userIdentity");
      return;
    }
    json.writeObjectFieldStart("userIdentity");
    json.writeStringField("type", "Service");
    json.writeStringField("principalId", "dynamodb.amazonaws.com");
    json.writeEndObject();
  }

  private static void writeImage(JsonGenerator json, String name, StoredItem image)
      throws IOException {
    if (image != null) {
      json.writeObjectFieldStart(name);
      image.writeTo(json);
      json.writeEndObject();
    }
  }

  private static int size(StoredItem image) {
    return image == null ? 0 : image.size();
  }
}
