package dev.dynamoemulator.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A request that passes the gate, to be spoiled by a test. */
public final class SampleRequest {

  public static final String SCOPE = "20261121/us-east-1/dynamodb/aws4_request";

  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private String method = "POST";
  private String path = "/";
  private String query;
  private byte[] body = "{}".getBytes(StandardCharsets.UTF_8);

  public static SampleRequest of(String operation) {
    return new SampleRequest()
        .with("X-Amz-Target", "DynamoDB_20120810." + operation)
        .with("Content-Type", "application/x-amz-json-1.0")
        .with("X-Amz-Date", "20261121T101500Z")
        .with("Authorization", authorization("test"));
  }

  public static String authorization(String accessKeyId) {
    return "AWS4-HMAC-SHA256 Credential="
        + accessKeyId
        + "/"
        + SCOPE
        + ", SignedHeaders=host;x-amz-date;x-amz-target, Signature=0a1b2c";
  }

  public SampleRequest with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  public SampleRequest without(String header) {
    headers.remove(header);
    return this;
  }

  public SampleRequest method(String method) {
    this.method = method;
    return this;
  }

  public SampleRequest path(String path) {
    this.path = path;
    return this;
  }

  public SampleRequest query(String query) {
    this.query = query;
    return this;
  }

  public SampleRequest body(String body) {
    return body(body.getBytes(StandardCharsets.UTF_8));
  }

  public SampleRequest body(byte[] body) {
    this.body = body;
    return this;
  }

  public Map<String, String> headers() {
    return headers;
  }

  public WireRequest build() {
    return new WireRequest(method, path, query, headers::get, body);
  }
}
