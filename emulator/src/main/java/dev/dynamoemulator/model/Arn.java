package dev.dynamoemulator.model;

/**
 * An Amazon Resource Name, {@code arn:<partition>:<service>:<region>:<account>:<resource>}.
 *
 * @param namespace its account and region
 * @param resource all the rest, colons included
 */
public record Arn(String service, Namespace namespace, String resource) {

  private static final String PREFIX = "arn:";
  private static final int PARTS = 6;

  /** The parts of the text; null when it has not that form. */
  public static Arn parse(String text) {
    if (!text.startsWith(PREFIX)) {
      return null;
    }
    String[] parts = text.split(":", PARTS);
    return parts.length == PARTS
        ? new Arn(parts[2], new Namespace(parts[4], parts[3]), parts[5])
        : null;
  }

  /** Whether it names something of DynamoDB whose resource begins like that. */
  public boolean isOfDynamoDb(String resourcePrefix) {
    return service.equals("dynamodb") && resource.startsWith(resourcePrefix);
  }
}
