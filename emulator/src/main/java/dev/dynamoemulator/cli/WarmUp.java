package dev.dynamoemulator.cli;

import dev.dynamoemulator.Emulator;
import dev.dynamoemulator.EmulatorOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Starts an emulator and asks it a little of everything, over HTTP. A JVM that keeps an archive of
 * what it loads and compiles on the way starts the next one in a fraction of the time.
 */
final class WarmUp {

  private static final String TABLE = "\"TableName\":\"WarmUp\"";
  private static final String KEY = "\"Key\":{\"id\":{\"S\":\"a\"}}";

  /** Operations with their bodies, in an order in which all of them succeed. */
  private static final List<String> CALLS =
      List.of(
          "ListTables {}",
          "CreateTable {"
              + TABLE
              + ",\"BillingMode\":\"PAY_PER_REQUEST\",\"KeySchema\":[{\"AttributeName\":\"id\","
              + "\"KeyType\":\"HASH\"}],\"AttributeDefinitions\":[{\"AttributeName\":\"id\","
              + "\"AttributeType\":\"S\"}]}",
          "DescribeTable {" + TABLE + "}",
          "PutItem {"
              + TABLE
              + ",\"Item\":{\"id\":{\"S\":\"a\"},\"n\":{\"N\":\"1.5\"},\"l\":{\"L\":[{\"BOOL\":true},"
              + "{\"M\":{\"x\":{\"NULL\":true}}}]},\"s\":{\"SS\":[\"u\"]},\"b\":{\"B\":\"AA==\"}}}",
          "GetItem {" + TABLE + "," + KEY + ",\"ConsistentRead\":true}",
          "UpdateItem {"
              + TABLE
              + ","
              + KEY
              + ",\"UpdateExpression\":\"SET n = n + :one\",\"ConditionExpression\":"
              + "\"attribute_exists(id)\",\"ExpressionAttributeValues\":{\":one\":{\"N\":\"1\"}},"
              + "\"ReturnValues\":\"ALL_NEW\"}",
          "Query {"
              + TABLE
              + ",\"KeyConditionExpression\":\"id = :a\",\"ExpressionAttributeValues\":"
              + "{\":a\":{\"S\":\"a\"}},\"ReturnConsumedCapacity\":\"TOTAL\"}",
          "Scan {" + TABLE + "}",
          "BatchGetItem {\"RequestItems\":{\"WarmUp\":{\"Keys\":[{\"id\":{\"S\":\"a\"}}]}}}",
          "BatchWriteItem {\"RequestItems\":{\"WarmUp\":[{\"PutRequest\":"
              + "{\"Item\":{\"id\":{\"S\":\"b\"}}}}]}}",
          "TransactWriteItems {\"TransactItems\":[{\"Delete\":{" + TABLE + "," + KEY + "}}]}",
          "DeleteTable {" + TABLE + "}");

  private static final String AUTHORIZATION =
      "AWS4-HMAC-SHA256 Credential=warm-up/20260101/us-east-1/dynamodb/aws4_request,"
          + " SignedHeaders=host;x-amz-date;x-amz-target, Signature=none";

  private final URI endpoint;

  private WarmUp(URI endpoint) {
    this.endpoint = endpoint;
  }

  /**
   * @throws IllegalArgumentException when something is not answered as it should be
   */
  static void run(EmulatorOptions options) {
    try (Emulator emulator = Emulator.start(options)) {
      WarmUp warmUp = new WarmUp(emulator.endpoint());
      CALLS.forEach(warmUp::call);
      warmUp.get("/");
      warmUp.get("/_emulator/clock");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void call(String call) {
    int space = call.indexOf(' ');
    try {
      HttpURLConnection connection = connection("/");
      connection.setRequestMethod("POST");
      connection.setDoOutput(true);
      connection.setRequestProperty("Authorization", AUTHORIZATION);
      connection.setRequestProperty("Content-Type", "application/x-amz-json-1.0");
      connection.setRequestProperty("X-Amz-Date", "20260101T000000Z");
      connection.setRequestProperty(
          "X-Amz-Target", "DynamoDB_20120810." + call.substring(0, space));
      try (OutputStream body = connection.getOutputStream()) {
        body.write(call.substring(space + 1).getBytes(StandardCharsets.UTF_8));
      }
      checkAnswer(connection, call);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void get(String path) throws IOException {
    checkAnswer(connection(path), path);
  }

  private HttpURLConnection connection(String path) throws IOException {
    return (HttpURLConnection) endpoint.resolve(path).toURL().openConnection();
  }

  private static void checkAnswer(HttpURLConnection connection, String call) throws IOException {
    if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
      throw new IllegalArgumentException(
          "the warm-up got " + connection.getResponseCode() + " for " + call);
    }
    try (InputStream body = connection.getInputStream()) {
      body.readAllBytes();
    }
  }
}
