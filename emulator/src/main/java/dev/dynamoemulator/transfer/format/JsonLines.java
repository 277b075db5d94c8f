package dev.dynamoemulator.transfer.format;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dynamoemulator.backup.NetChange;
import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.json.AttributeWriter;
import dev.dynamoemulator.json.JsonBytes;
import dev.dynamoemulator.json.WireJson;
import java.io.IOException;
import java.io.OutputStream;

/** Lines such as {@code {"Item":{"Id":{"N":"103"}}}}. */
final class JsonLines implements LineWriter {

  private static final int CAPACITY = 1024;
  private static final int MICROS_PER_MILLI = 1000;

  @Override
  public void writeItem(OutputStream out, StoredItem item) throws IOException {
    JsonBytes line = new JsonBytes(CAPACITY);
    try (JsonGenerator json = WireJson.generator(line)) {
      json.writeStartObject();
      writeImage(json, "Item", item);
      json.writeEndObject();
    }
    line.write('\n');
    out.write(line.array(), 0, line.length());
  }

  @Override
  public void writeChange(OutputStream out, NetChange change, ExportView view) throws IOException {
    JsonBytes line = new JsonBytes(CAPACITY);
    try (JsonGenerator json = WireJson.generator(line)) {
      json.writeStartObject();
      json.writeObjectFieldStart("Metadata");
      json.writeObjectFieldStart("WriteTimestampMicros");
      json.writeStringField("N", Long.toString(micros(change)));
      json.writeEndObject();
      json.writeEndObject();
      json.writeFieldName("Keys");
      AttributeWriter.writeMap(json, change.key().attributes());
      writeImage(json, "NewImage", change.newItem());
      writeImage(json, "OldImage", view.hasOldImage() ? change.oldItem() : null);
      json.writeEndObject();
    }
    line.write('\n');
    out.write(line.array(), 0, line.length());
  }

  static long micros(NetChange change) {
    return change.lastWrite().toEpochMilli() * MICROS_PER_MILLI;
  }

  private static void writeImage(JsonGenerator json, String name, StoredItem image)
      throws IOException {
    if (image != null) {
      json.writeObjectFieldStart(name);
      image.writeTo(json);
      json.writeEndObject();
    }
  }
}
