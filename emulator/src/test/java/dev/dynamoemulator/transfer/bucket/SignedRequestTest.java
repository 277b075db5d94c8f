package dev.dynamoemulator.transfer.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.fixtures.signature.Credentials;
import dev.dynamoemulator.fixtures.signature.RequestSignature;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Requests have the signatures that the AWS SDK would give them. */
class SignedRequestTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource({
    "s3,GET,http://localhost:9090/bucket?list-type=2&prefix=a%2Fb%20%C3%A4&continuation-token=x%3D,,",
    "s3,GET,https://s3.eu-west-1.amazonaws.com/bucket/a%20b/c%2Bd%26e%3D%C3%A4.json,,",
    "s3,PUT,http://localhost:80/bucket/a*~'(b).json.gz,content,token",
    "kinesis,POST,https://kinesis.eu-west-1.amazonaws.com/,{},token",
    "kinesis,POST,http://localhost:4566/a%20b/,{},"
  })
  void isSignedLikeThoseOfTheSdk(
      String service, String method, String uri, String content, String token) {
    byte[] bytes = (content == null ? "" : content).getBytes(StandardCharsets.UTF_8);
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.fromValue(method))
            .uri(uri)
            .putHeader("X-Amz-Target", "Target")
            .build();
    SdkHttpRequest expected = signedBySdk(request, service, bytes, token);
    Map<String, String> present =
        Map.of(
            "X-Amz-Target",
            "Target",
            RequestSignature.CONTENT_DIGEST,
            header(expected, RequestSignature.CONTENT_DIGEST));

    Map<String, String> headers =
        new RequestSignature(new Credentials("id", "secret", token), "eu-west-1", service, NOW)
            .headers(method, request.getUri(), present, bytes);

    assertThat(headers.get("authorization")).isEqualTo(header(expected, "Authorization"));
  }

  private static String header(SdkHttpRequest request, String name) {
    return request.firstMatchingHeader(name).orElseThrow();
  }

  /** The SDK signs the digest of the content for every service. */
  private static SdkHttpRequest signedBySdk(
      SdkHttpRequest request, String service, byte[] content, String token) {
    AwsCredentialsIdentity identity =
        token == null
            ? AwsCredentialsIdentity.create("id", "secret")
            : AwsSessionCredentialsIdentity.create("id", "secret", token);
    return AwsV4HttpSigner.create()
        .sign(
            sign ->
                sign.identity(identity)
                    .request(request)
                    .payload(ContentStreamProvider.fromByteArray(content))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                    .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-1")
                    .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, !service.equals("s3"))
                    .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, !service.equals("s3"))
                    .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(NOW, ZoneOffset.UTC)))
        .request();
  }
}
