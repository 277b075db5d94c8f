package dev.dynamoemulator.transfer.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dynamoemulator.fixtures.signature.Credentials;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Folders and S3 APIs behave alike. */
@ParameterizedClass
@EnumSource
class BucketsTest {

  private static final Credentials CREDENTIALS = new Credentials("id", "secret", "token");
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  /** Where buckets are. */
  enum Place {
    FOLDERS,
    STUB,
    S3_MOCK
  }

  private static S3Mock s3Mock;

  @Parameter Place place;
  @TempDir Path directory;
  private Bucket bucket = Bucket.ownedBy(null, "bucket");
  private StubS3 s3;
  private Buckets buckets;

  @BeforeEach
  void makeBucket(TestInfo test) throws IOException {
    s3 = StubS3.start();
    switch (place) {
      case FOLDERS -> {
        Files.createDirectories(directory.resolve(bucket.name()));
        buckets = new FolderBuckets(directory);
      }
      case STUB -> buckets = overHttp(s3.endpoint());
      case S3_MOCK -> {
        s3Mock = s3Mock == null ? S3Mock.start() : s3Mock;
        String name = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
        bucket = Bucket.ownedBy(null, name);
        s3Mock.client().createBucket(create -> create.bucket(name));
        buckets = overHttp(s3Mock.endpoint());
      }
    }
  }

  private static Buckets overHttp(URI endpoint) {
    return new HttpBuckets(endpoint, CREDENTIALS, "eu-west-1", InstantSource.fixed(NOW), 2);
  }

  @AfterEach
  void stop() {
    s3.close();
  }

  @AfterAll
  static void stopS3Mock() {
    if (s3Mock != null) {
      s3Mock.close();
      s3Mock = null;
    }
  }

  @Test
  void givesBackWhatItTook() throws IOException {
    String etag = buckets.put(bucket, "a b/c+d&e=\u00e4.json", bytes("one"));
    buckets.put(bucket, "empty", new byte[0]);

    assertThat(etag).isEqualTo(Digests.md5Hex(bytes("one")));
    try (InputStream in = buckets.get(bucket, "a b/c+d&e=\u00e4.json")) {
      assertThat(in).hasContent("one");
    }
    try (InputStream in = buckets.get(bucket, "empty")) {
      assertThat(in).isEmpty();
    }
    buckets.put(bucket, "empty", bytes("full"));
    try (InputStream in = buckets.get(bucket, "empty")) {
      assertThat(in).hasContent("full");
    }
  }

  @Test
  void listsByPrefixOverAllPages() {
    for (String key : List.of("in/b", "in/a&b", "in/c/d", "in/e", "in/f", "in", "out/a")) {
      buckets.put(bucket, key.equals("in") ? "inner" : key, bytes(key));
    }

    assertThat(buckets.list(bucket, "in/"))
        .containsExactly(
            new StoredObject("in/a&b", 6),
            new StoredObject("in/b", 4),
            new StoredObject("in/c/d", 6),
            new StoredObject("in/e", 4),
            new StoredObject("in/f", 4));
    assertThat(buckets.list(bucket, "in")).hasSize(6);
    assertThat(buckets.list(bucket, "")).hasSize(7);
    assertThat(buckets.list(bucket, "none/")).isEmpty();
  }

  @Test
  void missingBucketAndKeyHaveTheCodesOfTheService() {
    Bucket other = Bucket.ownedBy(null, "other");
    for (ThrowingCallable use :
        List.<ThrowingCallable>of(
            () -> buckets.put(other, "a", bytes("")),
            () -> buckets.list(other, ""),
            () -> buckets.get(other, "a"))) {
      BucketException failure = catchThrowableOfType(BucketException.class, use);
      assertThat(failure.code()).isEqualTo("S3NoSuchBucket");
      assertThat(failure)
          .hasMessageMatching(
              "The specified bucket does not exist \\(Service: Amazon S3; Status Code: 404; Error"
                  + " Code: NoSuchBucket; Request ID: [0-9A-F]*; Proxy: null\\)");
    }
    assertThat(
            catchThrowableOfType(BucketException.class, () -> buckets.get(bucket, "absent")).code())
        .isEqualTo("S3NoSuchKey");
  }

  @Test
  void refusedAndUnreachableApisFail() {
    if (place != Place.STUB) {
      return;
    }
    s3.isForbidden = true;
    assertThat(failureOfPut().code()).isEqualTo("S3AccessDenied");
    s3.close();
    assertThat(failureOfPut().code()).isEqualTo("S3Unreachable");
    assertThat(s3.authorizations)
        .allMatch(
            header ->
                header.matches(
                    "AWS4-HMAC-SHA256 Credential=id/20260301/eu-west-1/s3/aws4_request,"
                        + " SignedHeaders=host;x-amz-content-sha256;x-amz-date;x-amz-security-token,"
                        + " Signature=[0-9a-f]{64}"));
  }

  /** "PutObject" (S3 API Reference). */
  @Test
  void tellsAnApiOfOwnerAndEncryption() {
    if (place != Place.STUB) {
      return;
    }
    buckets.put(new Bucket("bucket", "111122223333", "KMS", "key"), "a", bytes("one"));
    buckets.put(new Bucket("bucket", null, "AES256", null), "a", bytes("one"));
    buckets.list(Bucket.ownedBy("111122223333", "bucket"), "");
    buckets.put(bucket, "a", bytes("one"));

    assertThat(s3.settings)
        .containsExactly(
            Map.of(
                "X-amz-expected-bucket-owner", "111122223333",
                "X-amz-server-side-encryption", "aws:kms",
                "X-amz-server-side-encryption-aws-kms-key-id", "key"),
            Map.of("X-amz-server-side-encryption", "AES256"),
            Map.of("X-amz-expected-bucket-owner", "111122223333"),
            Map.of());
    assertThat(s3.authorizations.get(0))
        .contains("x-amz-expected-bucket-owner;x-amz-security-token;x-amz-server-side-encryption");
  }

  @Test
  void triesThreeTimes() {
    if (place != Place.STUB) {
      return;
    }
    s3.requestsToFail.set(2);
    assertThat(buckets.put(bucket, "a", bytes("one"))).isEqualTo(Digests.md5Hex(bytes("one")));

    s3.requestsToFail.set(3);
    assertThat(failureOfPut())
        .hasMessageStartingWith(
            "Please reduce your request rate. (Service: Amazon S3; Status Code: 503; Error Code:"
                + " SlowDown; ");
  }

  private BucketException failureOfPut() {
    return catchThrowableOfType(
        BucketException.class, () -> buckets.put(bucket, "a", bytes("one")));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
