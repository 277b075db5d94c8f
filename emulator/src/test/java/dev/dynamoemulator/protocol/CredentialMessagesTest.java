package dev.dynamoemulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dynamoemulator.model.DynamoDbException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of protocol.md §4 that need no secret. */
class CredentialMessagesTest {

  private static final String SCOPE = SampleRequest.SCOPE;
  private static final String DATE = "20261121T101500Z";
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-21T10:15:00Z"));
  private static final String QUERY =
      "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=test%2F20261121%2Fus-east-1%2Fdynamodb"
          + "%2Faws4_request&X-Amz-Signature=0a&X-Amz-SignedHeaders=host&X-Amz-Date="
          + DATE;

  @ParameterizedTest
  @ValueSource(strings = {"X-Amz-Algorithm", "X-Amz-Algorithm=", "a=b&X-Amz-Algorithm=c&d"})
  void rejectsHeaderAndQueryTogether(String query) {
    assertFault(
        SampleRequest.of("ListTables").query(query),
        "InvalidSignatureException",
        "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Basic dGVzdA==", "AWS3-HMAC-SHA256 Credential=a", "aws4-x"})
  void rejectsHeadersOfOtherSchemes(String header) {
    assertFault(
        SampleRequest.of("ListTables").with("Authorization", header),
        "MissingAuthenticationTokenException",
        "Request is missing Authentication Token");
  }

  static Stream<Arguments> incompleteHeaders() {
    String credential = "Authorization header requires 'Credential' parameter. ";
    String signature = "Authorization header requires 'Signature' parameter. ";
    String signedHeaders = "Authorization header requires 'SignedHeaders' parameter. ";
    return Stream.of(
        arguments("AWS4-", credential + signature + signedHeaders),
        arguments("AWS4-HMAC-SHA256", credential + signature + signedHeaders),
        arguments(
            "AWS4-HMAC-SHA256 Credential=a,Signature,SignedHeaders=", signature + signedHeaders),
        arguments("AWS4-HMAC-SHA256 Signature=b, SignedHeaders=host", credential),
        arguments("AWS4-HMAC-SHA256 Credential=a, SignedHeaders=host", signature),
        arguments("AWS4-HMAC-SHA256 Credential=a Signature=b", signedHeaders));
  }

  @ParameterizedTest
  @MethodSource("incompleteHeaders")
  void namesEachMissingPartOfTheHeader(String header, String sentences) {
    assertFault(
        SampleRequest.of("ListTables").with("Authorization", header),
        "IncompleteSignatureException",
        sentences + "Authorization=" + header);
  }

  @Test
  void namesTheMissingDateLast() {
    assertFault(
        SampleRequest.of("ListTables")
            .without("X-Amz-Date")
            .with("Authorization", "AWS4-HMAC-SHA256 Credential=a"),
        "IncompleteSignatureException",
        "Authorization header requires 'Signature' parameter. Authorization header requires"
            + " 'SignedHeaders' parameter. Authorization header requires existence of either a"
            + " 'X-Amz-Date' or a 'Date' header. Authorization=AWS4-HMAC-SHA256 Credential=a");
  }

  @ParameterizedTest
  @CsvSource({
    "X-Amz-Algorithm=AWS4-HMAC-SHA256, Algorithm=",
    "X-Amz-Credential, Credential",
    "X-Amz-Signature, Signature",
    "X-Amz-SignedHeaders, SignedHeaders",
    "X-Amz-Date, Date"
  })
  void namesEachMissingParameterOfTheQuery(String parameter, String name) {
    String spoiled =
        name.equals("Algorithm=")
            ? QUERY.replace(parameter, "X-Amz-Algorithm=")
            : QUERY.replace(parameter + "=", parameter + "=&other=");

    assertFault(
        new SampleRequest().query(spoiled),
        "IncompleteSignatureException",
        "AWS query-string parameters must include 'X-Amz-"
            + name.replace("=", "")
            + "'. Re-examine the query-string parameters.");
  }

  @Test
  void namesAllMissingParametersOfTheQueryInOrder() {
    assertFault(
        new SampleRequest().query("X-Amz-Algorithm"),
        "IncompleteSignatureException",
        "AWS query-string parameters must include 'X-Amz-Algorithm'. AWS query-string parameters"
            + " must include 'X-Amz-Credential'. AWS query-string parameters must include"
            + " 'X-Amz-Signature'. AWS query-string parameters must include 'X-Amz-SignedHeaders'."
            + " AWS query-string parameters must include 'X-Amz-Date'. Re-examine the query-string"
            + " parameters.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday",
        "2026-11-21T10:15:00Z",
        "20261121T101500",
        "20261121",
        "20261121T101500z",
        "2026112xT101500Z",
        "20261121T101500Z0"
      })
  void rejectsDatesOfOtherForms(String date) {
    assertFault(
        SampleRequest.of("ListTables").with("X-Amz-Date", date),
        "IncompleteSignatureException",
        "Date must be in ISO-8601 'basic format'. Got '"
            + date
            + "'. See http://en.wikipedia.org/wiki/ISO_8601");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-amz-date", "hostname", "x-host;ho;st", ";"})
  void rejectsSignaturesThatLeaveTheHostOut(String signedHeaders) {
    assertFault(
        SampleRequest.of("ListTables")
            .with(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=a/"
                    + SCOPE
                    + ", SignedHeaders="
                    + signedHeaders
                    + ", Signature=0a"),
        "InvalidSignatureException",
        "'Host' must be a 'SignedHeader' in the AWS Authorization.");
  }

  @Test
  void rejectsOtherAlgorithms() {
    assertFault(
        SampleRequest.of("ListTables")
            .with(
                "Authorization",
                SampleRequest.authorization("a").replace("HMAC-SHA256", "ECDSA-P256-SHA256")),
        "IncompleteSignatureException",
        "Unsupported AWS 'algorithm': 'AWS4-ECDSA-P256-SHA256' (only AWS4-HMAC-SHA256 for now). ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "test",
        "/",
        "////",
        "a/b/c/d",
        "a/b/c/d////",
        "a/b/c/d/e/f",
        "a/20261121/us-east-1/dynamodb/aws4_request/more"
      })
  void rejectsCredentialsWithoutFiveElements(String credential) {
    assertFault(
        withCredential(credential),
        "IncompleteSignatureException",
        "Credential must have exactly 5 slash-delimited elements, e.g."
            + " keyid/date/region/service/term, got '"
            + credential
            + "'");
  }

  static Stream<Arguments> wrongScopes() {
    String service = "Credential should be scoped to correct service: 'dynamodb'. ";
    String date =
        "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP:"
            + " '20261120' != '20261121', from '20261121T101500Z'.";
    return Stream.of(
        arguments("20261121/us-east-1/s3/aws4_request", service),
        arguments("20261121/us-east-1/DynamoDB/aws4_request", service),
        arguments(
            "20261121/us_east_1/dynamodb/aws4_request",
            "Credential should be scoped to a valid region, not 'us_east_1'. "),
        arguments(
            "20261121//dynamodb/aws4_request",
            "Credential should be scoped to a valid region, not ''. "),
        arguments(
            "20261121/us-east-1/dynamodb/aws3_request",
            "Credential should be scoped with a valid terminator: 'aws4_request', not"
                + " 'aws3_request'. "),
        arguments("20261120/us-east-1/dynamodb/aws4_request", date),
        arguments(
            "20261120/a.b/s3/x",
            "Credential should be scoped to a valid region, not 'a.b'. "
                + service
                + "Credential should be scoped with a valid terminator: 'aws4_request', not 'x'. "
                + date));
  }

  @ParameterizedTest
  @MethodSource("wrongScopes")
  void namesEachWrongPartOfTheScope(String scope, String sentences) {
    assertFault(withCredential("test/" + scope), "InvalidSignatureException", sentences);
  }

  /** ScyllaDB's Alternator: test_expired_signature, test_signature_too_futuristic. */
  @ParameterizedTest
  @CsvSource({
    "20170101T010101Z, Signature expired: 20170101T010101Z is now earlier than 20261121T100000Z"
        + " (20261121T101500Z - 15 min.)",
    "20261121T095959Z, Signature expired: 20261121T095959Z is now earlier than 20261121T100000Z"
        + " (20261121T101500Z - 15 min.)",
    "20261121T103001Z, Signature not yet current: 20261121T103001Z is still later than"
        + " 20261121T103000Z (20261121T101500Z + 15 min.)"
  })
  void namesTheAgeOfASignatureWithOtherFaults(String date, String message) {
    for (String credential :
        List.of(
            "Credential=alternator/2/3/4/aws4_request SignedHeaders=x-amz-date;host",
            "Credential=alternator SignedHeaders=host",
            "Credential=test/" + SCOPE + " SignedHeaders=x-amz-date")) {
      assertFault(
          SampleRequest.of("ListTables")
              .with("X-Amz-Date", date)
              .with("Authorization", "AWS4-HMAC-SHA256 " + credential + " Signature=123"),
          "InvalidSignatureException",
          message);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"20261121T100000Z", "20261121T103000Z"})
  void allowsFifteenMinutesBetweenTheClocks(String date) {
    assertFault(
        withCredential("test/20261121/us-east-1/s3/aws4_request").with("X-Amz-Date", date),
        "InvalidSignatureException",
        "Credential should be scoped to correct service: 'dynamodb'. ");
  }

  /** Contrary to the service: tests freeze the clocks of their clients. */
  @Test
  void acceptsOldSignaturesWithoutOtherFaults() {
    SampleRequest request =
        withCredential("test/20170101/us-east-1/dynamodb/aws4_request")
            .with("X-Amz-Date", "20170101T010101Z");

    assertThat(Credential.of(request.build(), CLOCK))
        .isEqualTo(new Credential("test", "us-east-1"));
  }

  @Test
  void reportsTheFaultsOfASignatureInOrder() {
    SampleRequest request =
        SampleRequest.of("ListTables")
            .with("X-Amz-Date", "yesterday")
            .with("Authorization", "AWS4-X Credential=a, SignedHeaders=date, Signature=b");

    assertFault(
        request,
        "IncompleteSignatureException",
        "Date must be in ISO-8601 'basic format'. Got 'yesterday'. See"
            + " http://en.wikipedia.org/wiki/ISO_8601");
    request.with("X-Amz-Date", DATE);
    assertFault(
        request,
        "InvalidSignatureException",
        "'Host' must be a 'SignedHeader' in the AWS Authorization.");
    request.with("Authorization", "AWS4-X Credential=a, SignedHeaders=Host, Signature=b");
    assertFault(
        request,
        "IncompleteSignatureException",
        "Unsupported AWS 'algorithm': 'AWS4-X' (only AWS4-HMAC-SHA256 for now). ");
    request.with("Authorization", "AWS4-HMAC-SHA256 Credential=a, SignedHeaders=Host, Signature=b");
    assertFault(
        request,
        "IncompleteSignatureException",
        "Credential must have exactly 5 slash-delimited elements, e.g."
            + " keyid/date/region/service/term, got 'a'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"test", "123456789012", "AKIAIOSFODNN7EXAMPLE", "my-key-id", "LSIA==", "ü"})
  void acceptsAnyAccessKeyId(String accessKeyId) {
    assertThat(Credential.of(withCredential(accessKeyId + "/" + SCOPE).build(), CLOCK))
        .isEqualTo(new Credential(accessKeyId, "us-east-1"));
  }

  @Test
  void ignoresTrailingSlashesAndSpellingOfSeparators() {
    SampleRequest request =
        SampleRequest.of("ListTables")
            .with(
                "Authorization",
                "  AWS4-HMAC-SHA256 Signature=0a,SignedHeaders=a;HOST Credential=key/"
                    + SCOPE
                    + "//  ");

    assertThat(Credential.of(request.build(), CLOCK)).isEqualTo(new Credential("key", "us-east-1"));
  }

  @Test
  void readsACredentialOfTheQuery() {
    assertThat(Credential.of(new SampleRequest().query(QUERY).build(), CLOCK))
        .isEqualTo(new Credential("test", "us-east-1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"20261121T101500Z", "Sat, 21 Nov 2026 10:15:00 GMT"})
  void acceptsTheDateHeaderInsteadOfItsOwn(String date) {
    SampleRequest request = SampleRequest.of("ListTables").without("X-Amz-Date").with("Date", date);

    assertThat(Credential.of(request.build(), CLOCK))
        .isEqualTo(new Credential("test", "us-east-1"));
  }

  private static SampleRequest withCredential(String credential) {
    return SampleRequest.of("ListTables")
        .with(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=" + credential + ", SignedHeaders=host, Signature=0a");
  }

  private static void assertFault(SampleRequest request, String exception, String message) {
    DynamoDbException fault =
        catchThrowableOfType(DynamoDbException.class, () -> Credential.of(request.build(), CLOCK));

    assertThat(fault).hasMessage(message);
    assertThat(fault.code().exceptionName()).isEqualTo(exception);
    assertThat(fault.code().httpStatus()).isEqualTo(400);
  }
}
