package dev.dynamoemulator.operation.stream;

import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.shape.ResponseWriter;
import dev.dynamoemulator.stream.StreamRecord;
import dev.dynamoemulator.table.StreamViewType;

/**
 * Writes records as GetRecords answers them (streams.md §7.7).
 *
 * @param region the region that answers
 * @param viewType of the stream, which every record names whatever it has
 */
record RecordWriter(String region, StreamViewType viewType) {

  private static final String EVENT_VERSION = "1.1";

  void write(ResponseWriter out, StreamRecord record) {
    out.string("eventID", record.eventId());
    out.string("eventName", record.eventName().name());
    out.string("eventVersion", EVENT_VERSION);
    out.string("eventSource", "aws:dynamodb");
    out.string("awsRegion", region);
    out.object("dynamodb", change -> writeChange(change, record));
    if (record.isByTimeToLive()) {
      out.object("userIdentity", RecordWriter::writeTimeToLive);
    }
  }

  private void writeChange(ResponseWriter out, StreamRecord record) {
    out.number("ApproximateCreationDateTime", record.created().getEpochSecond());
    out.attributeMap("Keys", record.keys()::writeTo);
    writeImage(out, "NewImage", record.newImage());
    writeImage(out, "OldImage", record.oldImage());
    out.string("SequenceNumber", record.sequenceNumber().toString());
    out.number("SizeBytes", record.sizeBytes());
    out.string("StreamViewType", viewType.name());
  }

  private static void writeImage(ResponseWriter out, String name, StoredItem image) {
    if (image != null) {
      out.attributeMap(name, image::writeTo);
    }
  }

  private static void writeTimeToLive(ResponseWriter out) {
    out.string("PrincipalId", "dynamodb.amazonaws.com");
    out.string("Type", "Service");
  }
}
