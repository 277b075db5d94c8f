package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableReference;

/**
 * The table that the member {@code ResourceArn} of a tag operation names (tables.md §10).
 *
 * @param reference the account, region and name in the ARN
 */
record TaggedTable(String arn, TableReference reference) {

  private static final int SHORTEST_NAME = 3;
  private static final int ARN_COLONS = 5;

  /** The table of an operation that needs nothing else. */
  static TaggedTable checked(Request request, String operation) {
    String arn = checkedArn(request, operation);
    return new TaggedTable(arn, checkedReference(request, arn));
  }

  /**
   * The table of an operation that needs a list besides, whose absence is reported between the
   * faults of the ARN (tables.md §10, rows 1 to 4).
   */
  static TaggedTable checked(Request request, String operation, String list) {
    String arn = checkedArn(request, operation);
    if (isArn(arn) && !request.input().has(list)) {
      throw TagErrors.missingList(list);
    }
    return new TaggedTable(arn, checkedReference(request, arn));
  }

  private static String checkedArn(Request request, String operation) {
    String arn = request.input().string("ResourceArn");
    if (arn == null) {
      throw TagErrors.missingArn();
    }
    if (arn.isEmpty()) {
      throw TagErrors.notAuthorized(request.namespace().account(), operation, "*");
    }
    return arn;
  }

  private static TableReference checkedReference(Request request, String arn) {
    TableReference reference = TableReference.of(arn);
    if (!isTableArn(reference, arn, request.namespace())) {
      throw TagErrors.invalidArn(arn);
    }
    return reference;
  }

  private static boolean isArn(String text) {
    return text.startsWith("arn:") && text.chars().filter(c -> c == ':').count() >= ARN_COLONS;
  }

  private static boolean isTableArn(TableReference reference, String arn, Namespace caller) {
    return reference.isArn()
        && arn.startsWith("arn:" + caller.partition() + ":dynamodb:")
        && isAccount(reference.namespace().account())
        && !reference.namespace().region().isEmpty()
        && reference.tableName().length() >= SHORTEST_NAME
        && reference.tableName().indexOf('/') < 0;
  }

  private static boolean isAccount(String account) {
    return !account.isEmpty() && account.chars().allMatch(digit -> digit >= '0' && digit <= '9');
  }

  /**
   * Finds the table.
   *
   * @param missing what to answer when there is none
   */
  Table find(Catalogue catalogue, Namespace caller, String operation, DynamoDbException missing) {
    if (!catalogue.isShared()) {
      checkOwner(caller, operation);
    }
    Table table =
        isElsewhere(catalogue, caller) ? null : catalogue.find(caller, reference.tableName());
    if (table == null) {
      throw missing;
    }
    return table;
  }

  private void checkOwner(Namespace caller, String operation) {
    if (!reference.namespace().account().equals(caller.account())) {
      throw TagErrors.notAuthorized(caller.account(), operation, arn);
    }
  }

  private boolean isElsewhere(Catalogue catalogue, Namespace caller) {
    return !catalogue.isShared() && !reference.namespace().region().equals(caller.region());
  }
}
