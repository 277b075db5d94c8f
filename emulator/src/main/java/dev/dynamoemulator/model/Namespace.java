package dev.dynamoemulator.model;

/** The account and region that a request acts in; table names are unique within one. */
public record Namespace(String account, String region) {

  private static final int ACCOUNT_LENGTH = 12;

  /** Whether the text has the form of an account: twelve digits. */
  public static boolean isAccount(String text) {
    boolean isAccount = text.length() == ACCOUNT_LENGTH;
    for (int i = 0; isAccount && i < ACCOUNT_LENGTH; i++) {
      isAccount = isDigit(text.charAt(i));
    }
    return isAccount;
  }

  /** Whether the text could be a region: letters, digits and hyphens, as it is part of ARNs. */
  public static boolean isRegion(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c) || c == '-')) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The ARN of a table of this namespace. */
  public String tableArn(String tableName) {
    return "arn:" + partition() + ":dynamodb:" + region + ":" + account + ":table/" + tableName;
  }

  /** The AWS partition that the region belongs to. */
  public String partition() {
    if (region.startsWith("cn-")) {
      return "aws-cn";
    }
    return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }
}
