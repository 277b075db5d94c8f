package dev.dynamoemulator.bench;

import java.nio.charset.StandardCharsets;

/**
 * A request to any target.
 *
 * @param body the JSON of its input
 */
record Request(String operation, String body) {

  static final String CONTENT_TYPE = "application/x-amz-json-1.0";
  static final String DATE = "20260101T000000Z";
  static final String AUTHORIZATION =
      "AWS4-HMAC-SHA256"
          + " Credential=bench/20260101/us-east-1/dynamodb/aws4_request,"
          + " SignedHeaders=content-type;host;x-amz-date;x-amz-target,"
          + " Signature=0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

  private static final String TABLES = "DynamoDB_20120810.";
  private static final String STREAMS = "DynamoDBStreams_20120810.";

  String target() {
    return switch (operation) {
      case "ListStreams", "DescribeStream", "GetShardIterator", "GetRecords" -> STREAMS + operation;
      default -> TABLES + operation;
    };
  }

  /** Head and body, with the headers that an SDK would send. */
  byte[] bytes() {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    byte[] head =
        ("POST / HTTP/1.1\r\n"
                + "Host: localhost\r\n"
                + ("Content-Type: " + CONTENT_TYPE + "\r\n")
                + ("X-Amz-Target: " + target() + "\r\n")
                + ("X-Amz-Date: " + DATE + "\r\n")
                + ("Authorization: " + AUTHORIZATION + "\r\n")
                + ("Content-Length: " + content.length + "\r\n\r\n"))
            .getBytes(StandardCharsets.US_ASCII);
    byte[] bytes = new byte[head.length + content.length];
    System.arraycopy(head, 0, bytes, 0, head.length);
    System.arraycopy(content, 0, bytes, head.length, content.length);
    return bytes;
  }
}
