package dev.dynamoemulator.inprocess;

import dev.dynamoemulator.protocol.Dispatcher;
import dev.dynamoemulator.protocol.WireResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import software.amazon.awssdk.http.async.AsyncExecuteRequest;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpResponseHandler;

/**
 * The asynchronous counterpart of {@link InProcessHttpClient}. Requests are answered on an
 * executor's threads, so that callers don't wait and requests run side by side. Thread-safe.
 */
public final class InProcessAsyncHttpClient implements SdkAsyncHttpClient {

  private final Dispatcher dispatcher;
  private final Executor executor;

  /** Answers on the JVM's common pool. */
  public InProcessAsyncHttpClient(Dispatcher dispatcher) {
    this(dispatcher, ForkJoinPool.commonPool());
  }

  public InProcessAsyncHttpClient(Dispatcher dispatcher, Executor executor) {
    this.dispatcher = dispatcher;
    this.executor = executor;
  }

  @Override
  public CompletableFuture<Void> execute(AsyncExecuteRequest request) {
    return content(request)
        .thenAcceptAsync(content -> answer(request, content), executor)
        .whenComplete((nothing, failure) -> report(failure, request.responseHandler()));
  }

  private static CompletableFuture<byte[]> content(AsyncExecuteRequest request) {
    if (request.requestContentPublisher() == null) {
      return CompletableFuture.completedFuture(new byte[0]);
    }
    GatheringSubscriber gathering = new GatheringSubscriber();
    request.requestContentPublisher().subscribe(gathering);
    return gathering.whole();
  }

  private void answer(AsyncExecuteRequest request, byte[] content) {
    SdkAsyncHttpResponseHandler handler = request.responseHandler();
    try (WireResponse answer =
        dispatcher.dispatch(SdkRequests.wireRequest(request.request(), content))) {
      handler.onHeaders(SdkRequests.sdkResponse(answer));
      handler.onStream(new BodyPublisher(SdkRequests.body(answer)));
    }
  }

  private static void report(Throwable failure, SdkAsyncHttpResponseHandler handler) {
    if (failure != null) {
      handler.onError(
          failure instanceof CompletionException && failure.getCause() != null
              ? failure.getCause()
              : failure);
    }
  }

  @Override
  public String clientName() {
    return "DynamoEmulatorInProcess";
  }

  /** Dispatcher and executor belong to others and stay open. */
  @Override
  public void close() {}
}
