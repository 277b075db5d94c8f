package dev.dynamoemulator.kinesis;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dynamoemulator.fixtures.signature.Credentials;
import dev.dynamoemulator.fixtures.signature.RequestSignature;
import dev.dynamoemulator.json.JsonBytes;
import dev.dynamoemulator.json.JsonTree;
import dev.dynamoemulator.json.WireJson;
import dev.dynamoemulator.model.Arn;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Puts records into streams of a Kinesis API: the service, kinesalite or LocalStack. */
final class HttpSink implements Sink {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int OK = 200;

  private final URI endpoint;
  private final Credentials credentials;
  private final InstantSource clock;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  HttpSink(URI endpoint, Credentials credentials, InstantSource clock) {
    this.endpoint = endpoint;
    this.credentials = credentials;
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
            json -> json.writeStringField("StreamName", Sink.streamName(streamArn)))
        .thenApply(
            response ->
                response.body().contains("ResourceNotFoundException")
                    ? "Stream " + streamArn + " is not found"
                    : "");
  }

  private static void writeRecords(
      JsonGenerator json, String streamArn, List<KinesisRecord> records) throws IOException {
    json.writeStringField("StreamName", Sink.streamName(streamArn));
    json.writeArrayFieldStart("Records");
    for (KinesisRecord record : records) {
      json.writeStartObject();
      json.writeBinaryField("Data", record.data());
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
    byte[] content = body.toByteArray();
    Map<String, String> headers =
        Map.of(
            "Content-Type",
            "application/x-amz-json-1.1",
            "X-Amz-Target",
            "Kinesis_20131202." + operation);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint).timeout(TIMEOUT).POST(BodyPublishers.ofByteArray(content));
    headers.forEach(request::header);
    String region = Arn.parse(streamArn).namespace().region();
    new RequestSignature(credentials, region, "kinesis", clock.instant())
        .headers("POST", endpoint, headers, content)
        .forEach(request::header);
    return client.sendAsync(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
  }
}
