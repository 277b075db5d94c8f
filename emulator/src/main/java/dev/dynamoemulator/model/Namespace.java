package dev.dynamoemulator.model;

/** The account and region that a request acts in; table names are unique within one. */
public record Namespace(String account, String region) {

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
