package dev.dynamoemulator.table;

import dev.dynamoemulator.model.Arn;
import dev.dynamoemulator.model.Namespace;

/**
 * A table as a request names it: by its name or by its ARN (tables.md §2).
 *
 * @param namespace null when it was not an ARN
 */
public record TableReference(Namespace namespace, String tableName) {

  private static final String TABLE = "table/";

  /** An ARN of anything but a table is taken for the name of a table that does not exist. */
  public static TableReference of(String nameOrArn) {
    Arn arn = Arn.parse(nameOrArn);
    return arn != null && arn.isOfDynamoDb(TABLE)
        ? new TableReference(arn.namespace(), arn.resource().substring(TABLE.length()))
        : new TableReference(null, nameOrArn);
  }

  public boolean isArn() {
    return namespace != null;
  }
}
