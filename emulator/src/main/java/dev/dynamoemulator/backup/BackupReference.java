package dev.dynamoemulator.backup;

import dev.dynamoemulator.model.Arn;
import dev.dynamoemulator.model.Namespace;

/** A backup as a request names it: by its ARN. */
record BackupReference(Namespace namespace, String tableName, String id) {

  private static final int RESOURCE_PARTS = 4;

  /** The parts of the ARN; null when it is not one of a backup. */
  static BackupReference of(String text) {
    Arn arn = Arn.parse(text);
    if (arn == null || !arn.isOfDynamoDb("table/")) {
      return null;
    }
    String[] resource = arn.resource().split("/", -1);
    return resource.length == RESOURCE_PARTS && resource[2].equals("backup")
        ? new BackupReference(arn.namespace(), resource[1], resource[3])
        : null;
  }
}
