package dev.dynamoemulator.transfer.bucket;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
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
import java.util.ArrayList;
import java.util.List;

/**
 * Buckets of an S3 API, such as S3Mock, MinIO without authentication or LocalStack; paths hold the
 * name of the bucket. Requests carry the form of a signature, not a valid one: the API must be one
 * that does not check it.
 */
public final class HttpBuckets implements Buckets {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final int DAY_LENGTH = 8;
  private static final int FIRST_ERROR = 300;

  private final String endpoint;
  private final InstantSource clock;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  public HttpBuckets(URI endpoint, InstantSource clock) {
    this.endpoint = endpoint.toString().replaceFirst("/+$", "");
    this.clock = clock;
  }

  @Override
  public String put(String bucket, String key, byte[] content) {
    HttpRequest.Builder request =
        request(path(bucket, key), content).PUT(BodyPublishers.ofByteArray(content));
    HttpResponse<InputStream> response = send(request);
    readAll(response);
    return response
        .headers()
        .firstValue("ETag")
        .map(tag -> tag.replace("\"", ""))
        .orElseGet(() -> Digests.md5Hex(content));
  }

  @Override
  public List<StoredObject> list(String bucket, String prefix) {
    List<StoredObject> objects = new ArrayList<>();
    String token = null;
    do {
      String query = "?list-type=2&prefix=" + encode(prefix);
      query = token == null ? query : query + "&continuation-token=" + encode(token);
      byte[] body = readAll(send(request("/" + encode(bucket) + query, new byte[0]).GET()));
      Listing page = Listing.parse(new ByteArrayInputStream(body));
      objects.addAll(page.objects());
      token = page.nextToken();
    } while (token != null);
    return objects;
  }

  @Override
  public InputStream get(String bucket, String key) {
    return new Body(send(request(path(bucket, key), new byte[0]).GET()).body());
  }

  private HttpRequest.Builder request(String path, byte[] content) {
    String date = DATE.format(clock.instant());
    return HttpRequest.newBuilder(URI.create(endpoint + path))
        .timeout(TIMEOUT)
        .header("X-Amz-Date", date)
        .header("X-Amz-Content-Sha256", Digests.sha256Hex(content))
        .header(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=dynamoemulator/"
                + date.substring(0, DAY_LENGTH)
                + "/us-east-1/s3/aws4_request,"
                + " SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature="
                + "0".repeat(64));
  }

  private HttpResponse<InputStream> send(HttpRequest.Builder request) {
    try {
      HttpResponse<InputStream> response =
          client.send(request.build(), BodyHandlers.ofInputStream());
      if (response.statusCode() >= FIRST_ERROR) {
        throw S3Error.parse(readAll(response)).toException(response.statusCode());
      }
      return response;
    } catch (IOException e) {
      throw BucketErrors.unreachable(endpoint, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw BucketErrors.unreachable(endpoint, e);
    }
  }

  private byte[] readAll(HttpResponse<InputStream> response) {
    try (InputStream body = response.body()) {
      return body.readAllBytes();
    } catch (IOException e) {
      throw BucketErrors.unreachable(endpoint, e);
    }
  }

  private static String path(String bucket, String key) {
    return "/" + encode(bucket) + "/" + encode(key).replace("%2F", "/");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
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
