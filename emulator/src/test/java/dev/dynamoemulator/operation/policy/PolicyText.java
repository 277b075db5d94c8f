package dev.dynamoemulator.operation.policy;

import dev.dynamoemulator.EmulatorFixture;

/** Policy documents, and requests that hold them. */
final class PolicyText {

  static final String ARN = EmulatorFixture.TABLE_ARN + "things";

  private PolicyText() {}

  /** A document of one statement. */
  static String policy(String statement) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[" + statement + "]}";
  }

  /** A statement that is sound for that resource but for the members given. */
  static String allow(String action, String resource) {
    return statement("\"*\"", '"' + action + '"', '"' + resource + '"');
  }

  static String statement(String principal, String action, String resource) {
    return "{\"Effect\":\"Allow\",\"Principal\":%s,\"Action\":%s,\"Resource\":%s}"
        .formatted(principal, action, resource);
  }

  static String put(String arn, String document) {
    return put(arn, document, "");
  }

  static String put(String arn, String document, String members) {
    return "{'ResourceArn':'" + arn + "','Policy':'" + escaped(document) + "'" + members + "}";
  }

  /** The document inside single-quoted JSON. */
  static String escaped(String document) {
    return document.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
