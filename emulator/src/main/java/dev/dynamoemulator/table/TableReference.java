package dev.dynamoemulator.table;

import dev.dynamoemulator.model.Namespace;

/**
 * A table as a request names it: by its name or by its ARN (tables.md §2).
 *
 * @param namespace null when it was not an ARN
 */
public record TableReference(Namespace namespace, String tableName) {

  private static final String ARN = "arn:";
  private static final String TABLE = "table/";
  private static final int ARN_PARTS = 6;

  public static TableReference of(String nameOrArn) {
    return nameOrArn.startsWith(ARN) ? ofArn(nameOrArn) : new TableReference(null, nameOrArn);
  }

  /** An ARN of anything but a table is taken for the name of a table that does not exist. */
  private static TableReference ofArn(String arn) {
    String[] parts = arn.split(":", ARN_PARTS);
    if (parts.length < ARN_PARTS || !parts[2].equals("dynamodb") || !parts[5].startsWith(TABLE)) {
      return new TableReference(null, arn);
    }
    return new TableReference(
        new Namespace(parts[4], parts[3]), parts[5].substring(TABLE.length()));
  }

  public boolean isArn() {
    return namespace != null;
  }
}
