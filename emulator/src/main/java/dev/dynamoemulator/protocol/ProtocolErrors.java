package dev.dynamoemulator.protocol;

import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.ErrorCode;

/** What the service answers before, or instead of, an operation (protocol.md §3.2, §4 and §8). */
final class ProtocolErrors {

  private static final String ENVELOPE = "1 validation error detected: ";

  private ProtocolErrors() {}

  /** Malformed JSON, or no body at all. */
  static DynamoDbException malformedBody() {
    return DynamoDbException.of(ErrorCode.SERIALIZATION, null);
  }

  static DynamoDbException unknownOperation() {
    return DynamoDbException.of(ErrorCode.UNKNOWN_OPERATION, null);
  }

  /** The text that the service has been seen to send with status 500. */
  static DynamoDbException internal() {
    return DynamoDbException.of(ErrorCode.INTERNAL_SERVER_ERROR, "Internal server error");
  }

  /** The same fault in the newer wording's envelope, unless it has one already. */
  static DynamoDbException enveloped(DynamoDbException fault) {
    if (fault.code() != ErrorCode.VALIDATION || hasEnvelope(fault.getMessage())) {
      return fault;
    }
    return DynamoDbException.validation(ENVELOPE + fault.getMessage());
  }

  private static boolean hasEnvelope(String message) {
    int digits = 0;
    while (digits < message.length() && Character.isDigit(message.charAt(digits))) {
      digits++;
    }
    return digits > 0 && message.startsWith(" validation error", digits);
  }

  static DynamoDbException bothAuthorizations() {
    return invalid(
        "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.");
  }

  static DynamoDbException missingAuthenticationToken() {
    return DynamoDbException.of(
        ErrorCode.MISSING_AUTHENTICATION_TOKEN, "Request is missing Authentication Token");
  }

  static String missingHeaderParameter(String name) {
    return "Authorization header requires '" + name + "' parameter. ";
  }

  static String missingDate() {
    return "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ";
  }

  static DynamoDbException incompleteHeader(String sentences, String header) {
    return incomplete(sentences + "Authorization=" + header);
  }

  static String missingQueryParameter(String name) {
    return "AWS query-string parameters must include '" + name + "'. ";
  }

  static DynamoDbException incompleteQuery(String sentences) {
    return incomplete(sentences + "Re-examine the query-string parameters.");
  }

  static DynamoDbException malformedDate(String date) {
    return incomplete(
        "Date must be in ISO-8601 'basic format'. Got '"
            + date
            + "'. See http://en.wikipedia.org/wiki/ISO_8601");
  }

  static DynamoDbException expired(String date, String earliest, String now) {
    return invalid(
        "Signature expired: "
            + date
            + " is now earlier than "
            + earliest
            + " ("
            + now
            + " - 15 min.)");
  }

  /** ScyllaDB's Alternator: test_signature_too_futuristic; the tail by analogy. */
  static DynamoDbException notYetCurrent(String date, String latest, String now) {
    return invalid(
        "Signature not yet current: "
            + date
            + " is still later than "
            + latest
            + " ("
            + now
            + " + 15 min.)");
  }

  static DynamoDbException unsignedHost() {
    return invalid("'Host' must be a 'SignedHeader' in the AWS Authorization.");
  }

  static DynamoDbException unsupportedAlgorithm(String algorithm) {
    return incomplete(
        "Unsupported AWS 'algorithm': '" + algorithm + "' (only AWS4-HMAC-SHA256 for now). ");
  }

  static DynamoDbException malformedCredential(String credential) {
    return incomplete(
        "Credential must have exactly 5 slash-delimited elements,"
            + " e.g. keyid/date/region/service/term, got '"
            + credential
            + "'");
  }

  static DynamoDbException wrongScope(String sentences) {
    return invalid(sentences);
  }

  static String wrongRegion(String region) {
    return "Credential should be scoped to a valid region, not '" + region + "'. ";
  }

  static String wrongService() {
    return "Credential should be scoped to correct service: 'dynamodb'. ";
  }

  static String wrongTerminator(String terminator) {
    return "Credential should be scoped with a valid terminator: 'aws4_request', not '"
        + terminator
        + "'. ";
  }

  static String wrongScopeDate(String scopeDate, String date, String isoDate) {
    return "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from"
        + " HTTP: '"
        + scopeDate
        + "' != '"
        + date
        + "', from '"
        + isoDate
        + "'.";
  }

  private static DynamoDbException incomplete(String message) {
    return DynamoDbException.of(ErrorCode.INCOMPLETE_SIGNATURE, message);
  }

  private static DynamoDbException invalid(String message) {
    return DynamoDbException.of(ErrorCode.INVALID_SIGNATURE, message);
  }
}
