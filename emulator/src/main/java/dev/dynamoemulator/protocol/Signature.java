package dev.dynamoemulator.protocol;

/**
 * What a request says about its signature, in the {@code Authorization} header or in the query.
 * Whether the signature is right is not checked: every key id and secret is accepted, but the form
 * must be that of Signature Version 4 (protocol.md §4).
 *
 * @param date the signing date as sent, in ISO-8601 basic format or, in the header {@code Date}, in
 *     that of HTTP
 */
record Signature(
    String algorithm, String credential, String signature, String signedHeaders, String date) {

  private static final String PREFIX = "AWS4-";

  /** Reads the signature and checks that it is complete. */
  static Signature of(WireRequest request) {
    String header = request.header("Authorization");
    boolean inQuery = QueryString.parameter(request.query(), "X-Amz-Algorithm") != null;
    if (header != null && inQuery) {
      throw ProtocolErrors.bothAuthorizations();
    }
    if (inQuery) {
      return ofQuery(request.query());
    }
    if (header == null || !header.trim().startsWith(PREFIX)) {
      throw ProtocolErrors.missingAuthenticationToken();
    }
    return ofHeader(header, request);
  }

  private static Signature ofHeader(String header, WireRequest request) {
    String trimmed = header.trim();
    int algorithmEnd = elementEnd(trimmed, 0);
    String credential = null;
    String signature = null;
    String signedHeaders = null;
    int from = algorithmEnd + 1;
    while (from < trimmed.length()) {
      int end = elementEnd(trimmed, from);
      if (isElement("Credential=", trimmed, from)) {
        credential = elementValue("Credential=", trimmed, from, end);
      } else if (isElement("Signature=", trimmed, from)) {
        signature = elementValue("Signature=", trimmed, from, end);
      } else if (isElement("SignedHeaders=", trimmed, from)) {
        signedHeaders = elementValue("SignedHeaders=", trimmed, from, end);
      }
      from = end + 1;
    }
    String amzDate = request.header("X-Amz-Date");
    String date = isMissing(amzDate) ? request.header("Date") : amzDate;
    if (isMissing(credential)
        || isMissing(signature)
        || isMissing(signedHeaders)
        || isMissing(date)) {
      String sentences =
          (isMissing(credential) ? ProtocolErrors.missingHeaderParameter("Credential") : "")
              + (isMissing(signature) ? ProtocolErrors.missingHeaderParameter("Signature") : "")
              + (isMissing(signedHeaders)
                  ? ProtocolErrors.missingHeaderParameter("SignedHeaders")
                  : "")
              + (isMissing(date) ? ProtocolErrors.missingDate() : "");
      throw ProtocolErrors.incompleteHeader(sentences, header);
    }
    return new Signature(
        trimmed.substring(0, algorithmEnd), credential, signature, signedHeaders, date);
  }

  private static Signature ofQuery(String query) {
    StringBuilder sentences = new StringBuilder();
    Signature signature =
        new Signature(
            queryParameter(query, "X-Amz-Algorithm", sentences),
            queryParameter(query, "X-Amz-Credential", sentences),
            queryParameter(query, "X-Amz-Signature", sentences),
            queryParameter(query, "X-Amz-SignedHeaders", sentences),
            queryParameter(query, "X-Amz-Date", sentences));
    if (!sentences.isEmpty()) {
      throw ProtocolErrors.incompleteQuery(sentences.toString());
    }
    return signature;
  }

  private static String queryParameter(String query, String name, StringBuilder sentences) {
    String value = QueryString.parameter(query, name);
    if (isMissing(value)) {
      sentences.append(ProtocolErrors.missingQueryParameter(name));
    }
    return value;
  }

  private static boolean isMissing(String value) {
    return value == null || value.isEmpty();
  }

  /** Elements are separated by commas and blanks. */
  private static int elementEnd(String header, int from) {
    int end = from;
    while (end < header.length() && header.charAt(end) != ',' && header.charAt(end) != ' ') {
      end++;
    }
    return end;
  }

  private static boolean isElement(String nameAndEquals, String header, int from) {
    return header.startsWith(nameAndEquals, from);
  }

  private static String elementValue(String nameAndEquals, String header, int from, int end) {
    return header.substring(from + nameAndEquals.length(), end);
  }
}
