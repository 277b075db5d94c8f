package dev.dynamoemulator.policy;

import dev.dynamoemulator.model.Namespace;

/**
 * What a policy is attached to.
 *
 * @param key where its policy is kept, which no other resource of any time has
 * @param arn as the caller names it
 * @param owner the account and region of the caller, whom the policy must not lock out
 */
public record PolicyResource(Kind kind, String key, String arn, Namespace owner) {

  /** Tables and streams have policies; an index is part of its table's. */
  public enum Kind {
    TABLE,
    STREAM
  }

  /**
   * @param tableId the UUID of the table
   */
  public static PolicyResource table(String tableId, String tableName, Namespace owner) {
    return new PolicyResource(Kind.TABLE, tableKey(tableId), owner.tableArn(tableName), owner);
  }

  /** A table that does not exist yet, for the sake of checking its policy. */
  public static PolicyResource newTable(String tableName, Namespace owner) {
    return table("", tableName, owner);
  }

  /**
   * @param key what tells the stream from all others
   */
  public static PolicyResource stream(String key, String arn, Namespace owner) {
    return new PolicyResource(Kind.STREAM, "stream/" + key, arn, owner);
  }

  static String tableKey(String tableId) {
    return "table/" + tableId;
  }

  String tableName() {
    return arn.split("/")[1];
  }

  /** Whether a statement about that resource concerns this one, or its indexes. */
  boolean isNamedBy(String resource) {
    return resource.equals("*")
        || resource.equals(arn)
        || kind == Kind.TABLE && (resource.equals(arn + "/*") || isIndex(resource));
  }

  private boolean isIndex(String resource) {
    String indexes = arn + "/index/";
    return resource.startsWith(indexes) && resource.length() > indexes.length();
  }
}
