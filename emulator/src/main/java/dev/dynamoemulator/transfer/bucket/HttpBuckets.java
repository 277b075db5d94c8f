package dev.dynamoemulator.transfer.bucket;

import static dev.dynamoemulator.fixtures.signature.RequestSignature.encode;

import dev.dynamoemulator.fixtures.signature.Credentials;
import dev.dynamoemulator.fixtures.signature.RequestSignature;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Buckets of an S3 API: the service, MinIO, LocalStack or S3Mock; paths hold the name of the
 * bucket.
 */
public final class HttpBuckets implements Buckets {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final String ENCRYPTION = "x-amz-server-side-encryption";
  private static final int FIRST_ERROR = 300;

  /** The most that S3 lists at once. */
  private static final int PAGE = 1_000;

  private static final int FIRST_FAULT_OF_SERVER = 500;

  /** As many as the SDKs make by default. */
  private static final int ATTEMPTS = 3;

  private final String endpoint;
  private final Credentials credentials;
  private final String region;
  private final InstantSource clock;
  private final int page;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  /**
   * @param region of the buckets
   * @param clock that the API goes by
   */
  public HttpBuckets(URI endpoint, Credentials credentials, String region, InstantSource clock) {
    this(endpoint, credentials, region, clock, PAGE);
  }

  /**
   * @param page the number of objects to be listed at once
   */
  HttpBuckets(URI endpoint, Credentials credentials, String region, InstantSource clock, int page) {
    this.endpoint = endpoint.toString().replaceFirst("/+$", "");
    this.credentials = credentials;
    this.region = region;
    this.clock = clock;
    this.page = page;
  }

  @Override
  public String put(Bucket bucket, String key, byte[] content) {
    Map<String, String> headers = headers(bucket);
    if (bucket.encryption() != null) {
      boolean isByKey = bucket.encryption().equals("KMS");
      headers.put(ENCRYPTION, isByKey ? "aws:kms" : bucket.encryption());
    }
    if (bucket.encryptionKey() != null) {
      headers.put(ENCRYPTION + "-aws-kms-key-id", bucket.encryptionKey());
    }
    HttpResponse<InputStream> response = send("PUT", path(bucket, key), headers, content);
    readAll(response);
    return response
        .headers()
        .firstValue("ETag")
        .map(tag -> tag.replace("\"", ""))
        .orElseGet(() -> Digests.md5Hex(content));
  }

  @Override
  public List<StoredObject> list(Bucket bucket, String prefix) {
    List<StoredObject> objects = new ArrayList<>();
    String token = null;
    do {
      String query = "?list-type=2&max-keys=" + page + "&prefix=" + encode(prefix);
      query = token == null ? query : query + "&continuation-token=" + encode(token);
      byte[] body = readAll(sendGet(bucket, "/" + encode(bucket.name()) + query));
      Listing listed = Listing.parse(new ByteArrayInputStream(body));
      objects.addAll(listed.objects());
      token = listed.nextToken();
    } while (token != null);
    return objects;
  }

  @Override
  public InputStream get(Bucket bucket, String key) {
    return new Body(sendGet(bucket, path(bucket, key)).body());
  }

  private HttpResponse<InputStream> sendGet(Bucket bucket, String path) {
    return send("GET", path, headers(bucket), new byte[0]);
  }

  private static Map<String, String> headers(Bucket bucket) {
    Map<String, String> headers = new HashMap<>();
    if (bucket.owner() != null) {
      headers.put("x-amz-expected-bucket-owner", bucket.owner());
    }
    return headers;
  }

  private HttpResponse<InputStream> send(
      String method, String path, Map<String, String> headers, byte[] content) {
    URI uri = URI.create(endpoint + path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(TIMEOUT)
            .method(method, BodyPublishers.ofByteArray(content));
    headers.forEach(request::header);
    new RequestSignature(credentials, region, "s3", clock.instant())
        .headers(method, uri, headers, content)
        .forEach(request::header);
    HttpResponse<InputStream> response = send(request.build());
    if (response.statusCode() >= FIRST_ERROR) {
      throw S3Error.parse(readAll(response)).toException(response.statusCode());
    }
    return response;
  }

  /** Tries again what a busy or restarting API did not do, as every request can be repeated. */
  private HttpResponse<InputStream> send(HttpRequest request) {
    for (int attempt = 1; ; attempt++) {
      try {
        HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
        if (response.statusCode() < FIRST_FAULT_OF_SERVER || attempt == ATTEMPTS) {
          return response;
        }
        readAll(response);
      } catch (IOException e) {
        if (attempt == ATTEMPTS) {
          throw BucketErrors.unreachable(endpoint, e);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw BucketErrors.unreachable(endpoint, e);
      }
    }
  }

  private byte[] readAll(HttpResponse<InputStream> response) {
    try (InputStream body = response.body()) {
      return body.readAllBytes();
    } catch (IOException e) {
      throw BucketErrors.unreachable(endpoint, e);
    }
  }

  private static String path(Bucket bucket, String key) {
    return "/" + encode(bucket.name()) + "/" + encode(key).replace("%2F", "/");
  }

  /** Tells a broken connection from a broken file. */
  private final class Body extends FilterInputStream {

    Body(InputStream in) {
      super(in);
    }

    /** Never 0, from which GZIPInputStream would conclude that no further member follows. */
    @Override
    public int available() throws IOException {
      return Math.max(1, super.available());
    }

    @Override
    public int read() {
      try {
        return super.read();
      } catch (IOException e) {
        throw BucketErrors.unreachable(endpoint, e);
      }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      try {
        return super.read(bytes, offset, length);
      } catch (IOException e) {
        throw BucketErrors.unreachable(endpoint, e);
      }
    }
  }
}
