package dev.dynamoemulator.kinesis;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dynamoemulator.json.JsonBytes;
import dev.dynamoemulator.json.JsonTree;
import dev.dynamoemulator.json.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Puts records into streams of a Kinesis API, such as kinesalite or LocalStack. Requests carry the
 * form of a signature, not a valid one: the API must be one that does not check it.
 */
final class HttpSink implements Sink {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final int DAY_LENGTH = 8;
  private static final int ARN_PARTS = 6;
  private static final int OK = 200;

  private final URI endpoint;
  private final InstantSource clock;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  HttpSink(URI endpoint, InstantSource clock) {
    this.endpoint = endpoint;
    this.clock = clock;
  }

  /** What one call needs to be written. */
  @FunctionalInterface
  private interface Members {
    void writeTo(JsonGenerator json) throws IOException;
  }

  @Override
  public CompletableFuture<Integer> put(String streamArn, List<KinesisRecord> records) {
    return call("PutRecords", streamArn, json -> writeRecords(json, streamArn, records))
        .thenApply(response -> countPut(response, records.size()));
  }

  @Override
  public CompletableFuture<String> problem(String streamArn) {
    return call(
            "DescribeStreamSummary",
            streamArn,
            json -> json.writeStringField("StreamName", name(streamArn)))
        .thenApply(
            response ->
                response.body().contains("ResourceNotFoundException")
                    ? "Stream " + streamArn + " is not found"
                    : "");
  }

  private static void writeRecords(
      JsonGenerator json, String streamArn, List<KinesisRecord> records) throws IOException {
    json.writeStringField("StreamName", name(streamArn));
    json.writeArrayFieldStart("Records");
    for (KinesisRecord record : records) {
      json.writeStartObject();
      json.writeBinaryField("Data", record.data().getBytes(StandardCharsets.UTF_8));
      json.writeStringField("PartitionKey", record.partitionKey());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Records behind the first failed one count as not put, so that the order of items is kept. */
  private static int countPut(HttpResponse<String> response, int sent) {
    if (response.statusCode() != OK) {
      throw new IllegalStateException(
          "Kinesis answered " + response.statusCode() + ": " + response.body());
    }
    try {
      if (JsonTree.parse(response.body()) instanceof Map<?, ?> answer
          && answer.get("Records") instanceof List<?> results) {
        int count = 0;
        while (count < results.size()
            && results.get(count) instanceof Map<?, ?> result
            && result.get("ErrorCode") == null) {
          count++;
        }
        return Math.min(count, sent);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    throw new IllegalStateException("Kinesis answered " + response.body());
  }

  private CompletableFuture<HttpResponse<String>> call(
      String operation, String streamArn, Members members) {
    JsonBytes body = new JsonBytes(1024);
    try (JsonGenerator json = WireJson.generator(body)) {
      json.writeStartObject();
      members.writeTo(json);
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    String date = DATE.format(clock.instant());
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/x-amz-json-1.1")
            .header("X-Amz-Target", "Kinesis_20131202." + operation)
            .header("X-Amz-Date", date)
            .header("Authorization", authorization(streamArn, date))
            .POST(BodyPublishers.ofByteArray(body.toByteArray()))
            .build();
    return client.sendAsync(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static String authorization(String streamArn, String date) {
    String[] parts = streamArn.split(":", ARN_PARTS);
    return "AWS4-HMAC-SHA256 Credential="
        + parts[4]
        + "/"
        + date.substring(0, DAY_LENGTH)
        + "/"
        + parts[3]
        + "/kinesis/aws4_request, SignedHeaders=host;x-amz-date;x-amz-target, Signature="
        + "0".repeat(64);
  }

  private static String name(String streamArn) {
    return streamArn.substring(streamArn.indexOf('/') + 1);
  }
}
