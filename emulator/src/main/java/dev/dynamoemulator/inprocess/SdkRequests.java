package dev.dynamoemulator.inprocess;

import dev.dynamoemulator.protocol.WireRequest;
import dev.dynamoemulator.protocol.WireResponse;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Translates between the SDK's requests and responses and our own. */
final class SdkRequests {

  private SdkRequests() {}

  static WireRequest wireRequest(SdkHttpRequest request, byte[] body) {
    return new WireRequest(
        request.method().name(),
        request.encodedPath(),
        request.encodedQueryParameters().orElse(null),
        name -> request.firstMatchingHeader(name).orElse(null),
        body);
  }

  static SdkHttpResponse sdkResponse(WireResponse answer) {
    SdkHttpFullResponse.Builder response = SdkHttpResponse.builder().statusCode(answer.status());
    for (WireResponse.Header header : answer.headers()) {
      response.putHeader(header.name(), header.value());
    }
    if (answer.header("Transfer-Encoding") == null) {
      response.putHeader("Content-Length", Integer.toString(answer.bodyLength()));
    }
    return response.build();
  }

  static byte[] body(WireResponse answer) {
    byte[] body = new byte[answer.bodyLength()];
    answer.body().get(body);
    return body;
  }
}
