package dev.dynamoemulator.kinesis;

import dev.dynamoemulator.storage.StorageException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The destinations of a table as they are stored: one a line, its members between tabs. */
final class DestinationCodec {

  private static final int MEMBERS = 4;

  private DestinationCodec() {}

  static byte[] encode(List<Destination> destinations) {
    StringBuilder text = new StringBuilder();
    for (Destination destination : destinations) {
      text.append(destination.streamArn())
          .append('\t')
          .append(destination.status())
          .append('\t')
          .append(destination.precision())
          .append('\t')
          .append(destination.description().replaceAll("\\s+", " "))
          .append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  static List<Destination> decode(byte[] value) {
    List<Destination> destinations = new ArrayList<>();
    for (String line : new String(value, StandardCharsets.UTF_8).split("\n")) {
      String[] members = line.split("\t", -1);
      if (members.length != MEMBERS) {
        throw new StorageException("The Kinesis destinations of a table are unreadable");
      }
      destinations.add(
          new Destination(
              members[0],
              DestinationStatus.valueOf(members[1]),
              Precision.valueOf(members[2]),
              members[3]));
    }
    return destinations;
  }
}
