package dev.dynamoemulator.stream;

import dev.dynamoemulator.model.Arn;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.table.TableStream;
import java.util.Comparator;

/** A stream as its ARN names it: the table and the label that tells it from the table's others. */
public record StreamName(Namespace namespace, String tableName, String label) {

  /** By table, then by age. */
  public static final Comparator<StreamName> BY_TABLE_AND_LABEL =
      Comparator.comparing(StreamName::tableName).thenComparing(StreamName::label);

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
  public static StreamName ofArn(String text) {
    Arn arn = Arn.parse(text);
    if (arn == null || !arn.isOfDynamoDb(TABLE)) {
      return null;
    }
    String resource = arn.resource();
    int stream = resource.indexOf(STREAM);
    int label = stream + STREAM.length();
    if (stream <= TABLE.length() || label == resource.length()) {
      return null;
    }
    return new StreamName(
        arn.namespace(), resource.substring(TABLE.length(), stream), resource.substring(label));
  }
}
