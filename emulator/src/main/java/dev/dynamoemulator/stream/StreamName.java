package dev.dynamoemulator.stream;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.table.TableStream;
import java.util.Comparator;

/** A stream as its ARN names it: the table and the label that tells it from the table's others. */
public record StreamName(Namespace namespace, String tableName, String label) {

  /** By table, then by age. */
  public static final Comparator<StreamName> BY_TABLE_AND_LABEL =
      Comparator.comparing(StreamName::tableName).thenComparing(StreamName::label);

  private static final int ARN_PARTS = 6;
  private static final String TABLE = "table/";
  private static final String STREAM = "/stream/";

  public String arn() {
    return TableStream.arn(namespace.tableArn(tableName), label);
  }

  /** The name as a caller sees it that shares all tables with everybody. */
  public StreamName seenFrom(Namespace caller) {
    return new StreamName(caller, tableName, label);
  }

  /** The stream that the ARN names; null when it is not the ARN of a stream. */
  public static StreamName ofArn(String arn) {
    String[] parts = arn.split(":", ARN_PARTS);
    if (parts.length < ARN_PARTS || !parts[0].equals("arn") || !parts[2].equals("dynamodb")) {
      return null;
    }
    String resource = parts[5];
    int stream = resource.indexOf(STREAM);
    int label = stream + STREAM.length();
    if (!resource.startsWith(TABLE) || stream <= TABLE.length() || label == resource.length()) {
      return null;
    }
    return new StreamName(
        new Namespace(parts[4], parts[3]),
        resource.substring(TABLE.length(), stream),
        resource.substring(label));
  }
}
