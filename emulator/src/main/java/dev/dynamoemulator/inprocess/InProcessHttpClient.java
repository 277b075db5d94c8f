package dev.dynamoemulator.inprocess;

import dev.dynamoemulator.protocol.Dispatcher;
import dev.dynamoemulator.protocol.WireResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * An HTTP client for the AWS SDK that hands its requests to an emulator in the same JVM: signing,
 * marshalling, retries and checksums run as ever, only the socket is missing. Thread-safe.
 *
 * <pre>{@code
 * DynamoDbClient.builder()
 *     .httpClient(new InProcessHttpClient(emulator.dispatcher()))
 *     .endpointOverride(URI.create("http://localhost"))
 * }</pre>
 */
public final class InProcessHttpClient implements SdkHttpClient {

  private final Dispatcher dispatcher;

  public InProcessHttpClient(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return execute(request);
      }

      @Override
      public void abort() {}
    };
  }

  private HttpExecuteResponse execute(HttpExecuteRequest request) throws IOException {
    byte[] content = content(request);
    try (WireResponse answer =
        dispatcher.dispatch(SdkRequests.wireRequest(request.httpRequest(), content))) {
      byte[] body = SdkRequests.body(answer);
      return HttpExecuteResponse.builder()
          .response(SdkRequests.sdkResponse(answer))
          .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
          .build();
    }
  }

  private static byte[] content(HttpExecuteRequest request) throws IOException {
    ContentStreamProvider provider = request.contentStreamProvider().orElse(null);
    if (provider == null) {
      return new byte[0];
    }
    try (InputStream stream = provider.newStream()) {
      return stream.readAllBytes();
    }
  }

  @Override
  public String clientName() {
    return "DynamoEmulatorInProcess";
  }

  /** The dispatcher belongs to the emulator and stays open. */
  @Override
  public void close() {}
}
