package dev.dynamoemulator.protocol;

import dev.dynamoemulator.model.Namespace;
import java.time.InstantSource;

/**
 * Who calls, and in which region: what is left of a signature when its form is right.
 *
 * @param accessKeyId any text without a slash
 */
record Credential(String accessKeyId, String region) {

  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final String SERVICE = "dynamodb";
  private static final String TERMINATOR = "aws4_request";
  private static final int ISO_DATE_LENGTH = 8;

  /**
   * Checks the form of the signature in the service's order (protocol.md §4). Left out are the
   * checks that need a secret.
   *
   * @param clock by which clients sign
   */
  static Credential of(WireRequest request, InstantSource clock) {
    Signature signature = Signature.of(request);
    SigningTime time = new SigningTime(SignatureDate.toBasicFormat(signature.date()), clock);
    checkHostIsSigned(signature.signedHeaders(), time);
    checkAlgorithm(signature.algorithm(), time);
    return scoped(signature.credential(), time);
  }

  private static void checkHostIsSigned(String signedHeaders, SigningTime time) {
    int from = 0;
    while (from < signedHeaders.length()) {
      int end = signedHeaders.indexOf(';', from);
      if (end < 0) {
        end = signedHeaders.length();
      }
      if (end - from == 4 && signedHeaders.regionMatches(true, from, "host", 0, 4)) {
        return;
      }
      from = end + 1;
    }
    throw time.outranking(ProtocolErrors.unsignedHost());
  }

  private static void checkAlgorithm(String algorithm, SigningTime time) {
    if (!algorithm.equals(ALGORITHM)) {
      throw time.outranking(ProtocolErrors.unsupportedAlgorithm(algorithm));
    }
  }

  /** Five elements: key id, date, region, service and terminator. Trailing slashes don't count. */
  private static Credential scoped(String credential, SigningTime time) {
    int end = credential.length();
    while (end > 0 && credential.charAt(end - 1) == '/') {
      end--;
    }
    int keyEnd = credential.indexOf('/');
    int dateEnd = credential.indexOf('/', keyEnd + 1);
    int regionEnd = credential.indexOf('/', dateEnd + 1);
    int serviceEnd = credential.indexOf('/', regionEnd + 1);
    boolean hasFive =
        keyEnd >= 0
            && dateEnd > keyEnd
            && regionEnd > dateEnd
            && serviceEnd > regionEnd
            && serviceEnd < end;
    if (!hasFive || credential.lastIndexOf('/', end - 1) != serviceEnd) {
      throw time.outranking(ProtocolErrors.malformedCredential(credential));
    }
    String isoDate = time.isoDate();
    String region = credential.substring(dateEnd + 1, regionEnd);
    boolean isService = isElement(SERVICE, credential, regionEnd + 1, serviceEnd);
    boolean isTerminator = isElement(TERMINATOR, credential, serviceEnd + 1, end);
    boolean isDate =
        dateEnd - keyEnd - 1 == ISO_DATE_LENGTH
            && credential.regionMatches(keyEnd + 1, isoDate, 0, ISO_DATE_LENGTH);
    if (!Namespace.isRegion(region) || !isService || !isTerminator || !isDate) {
      String sentences =
          (Namespace.isRegion(region) ? "" : ProtocolErrors.wrongRegion(region))
              + (isService ? "" : ProtocolErrors.wrongService())
              + (isTerminator
                  ? ""
                  : ProtocolErrors.wrongTerminator(credential.substring(serviceEnd + 1, end)))
              + (isDate
                  ? ""
                  : ProtocolErrors.wrongScopeDate(
                      credential.substring(keyEnd + 1, dateEnd),
                      isoDate.substring(0, ISO_DATE_LENGTH),
                      isoDate));
      throw time.outranking(ProtocolErrors.wrongScope(sentences));
    }
    return new Credential(credential.substring(0, keyEnd), region);
  }

  private static boolean isElement(String expected, String credential, int from, int end) {
    return end - from == expected.length() && credential.startsWith(expected, from);
  }
}
