package dev.dynamoemulator.backup;

import dev.dynamoemulator.model.Namespace;

/** A backup as a request names it: by its ARN. */
record BackupReference(Namespace namespace, String tableName, String id) {

  private static final int ARN_PARTS = 6;
  private static final int RESOURCE_PARTS = 4;

  /** The parts of the ARN; null when it is not one of a backup. */
  static BackupReference of(String arn) {
    String[] parts = arn.split(":", ARN_PARTS);
    if (parts.length < ARN_PARTS || !parts[0].equals("arn") || !parts[2].equals("dynamodb")) {
      return null;
    }
    String[] resource = parts[5].split("/", -1);
    return resource.length == RESOURCE_PARTS
            && resource[0].equals("table")
            && resource[2].equals("backup")
        ? new BackupReference(new Namespace(parts[4], parts[3]), resource[1], resource[3])
        : null;
  }
}
