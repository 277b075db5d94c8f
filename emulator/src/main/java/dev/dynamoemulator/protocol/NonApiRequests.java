package dev.dynamoemulator.protocol;

import dev.dynamoemulator.protocol.WireResponse.Header;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers what is no call of an operation: health checks, preflights of browsers, other methods and
 * content types (protocol.md §1.1 and §1.2). Immutable.
 */
final class NonApiRequests {

  private static final byte[] NOT_FOUND =
      "<UnknownOperationException/>\n".getBytes(StandardCharsets.UTF_8);

  private final AllowedOrigins origins;
  private final byte[] healthy;

  NonApiRequests(String region, AllowedOrigins origins) {
    this.origins = origins;
    this.healthy =
        ("healthy: dynamodb." + region + ".amazonaws.com ").getBytes(StandardCharsets.UTF_8);
  }

  /** The answer, or null when the request calls an operation. */
  WireResponse answer(WireRequest request, String requestId) {
    return switch (request.method()) {
      case "POST" -> isApiBody(request) ? null : answer(404, NOT_FOUND, request, requestId);
      case "GET" -> health(request, requestId);
      case "HEAD" -> head(request, requestId);
      case "OPTIONS" ->
          request.header("Origin") == null
              ? answer(404, NOT_FOUND, request, requestId)
              : preflight(request, requestId);
      default -> answer(404, NOT_FOUND, request, requestId);
    };
  }

  private static boolean isApiBody(WireRequest request) {
    String contentType = request.header("Content-Type");
    return !request.hasBody()
        || MediaType.is(MediaType.AMZ_JSON, contentType)
        || MediaType.is(MediaType.JSON, contentType);
  }

  private WireResponse health(WireRequest request, String requestId) {
    return request.path().equals("/")
        ? answer(200, healthy, request, requestId)
        : answer(404, NOT_FOUND, request, requestId);
  }

  /** Health checks written for DynamoDB Local send HEAD and wait for its 400. */
  private WireResponse head(WireRequest request, String requestId) {
    return WireResponse.empty(400, headers(request, requestId));
  }

  private WireResponse preflight(WireRequest request, String requestId) {
    List<Header> headers = headers(request, requestId);
    headers.add(new Header("Access-Control-Max-Age", "172800"));
    echo("Access-Control-Request-Headers", "Access-Control-Allow-Headers", request, headers);
    echo("Access-Control-Request-Method", "Access-Control-Allow-Methods", request, headers);
    return WireResponse.empty(200, headers);
  }

  private static void echo(String asked, String answer, WireRequest request, List<Header> headers) {
    String value = request.header(asked);
    if (value != null) {
      headers.add(new Header(answer, value));
    }
  }

  private WireResponse answer(int status, byte[] body, WireRequest request, String requestId) {
    List<Header> headers = headers(request, requestId);
    headers.add(Answers.checksum(body, body.length));
    return WireResponse.of(status, headers, body);
  }

  private List<Header> headers(WireRequest request, String requestId) {
    List<Header> headers = new ArrayList<>();
    headers.add(Answers.requestId(requestId));
    Answers.addAllowedOrigin(headers, request, origins);
    return headers;
  }
}
