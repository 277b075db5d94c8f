package dev.dynamoemulator.http;

import dev.dynamoemulator.protocol.Dispatcher;
import dev.dynamoemulator.protocol.WireRequest;
import dev.dynamoemulator.protocol.WireResponse;
import java.util.concurrent.Executor;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;

/**
 * One request from its first body byte to the last byte of its answer. Runs again whenever more of
 * the body has arrived, so that a slow client holds no thread. It runs on the thread that watches
 * the connections, and so does the dispatcher when the request is a brief one: handing a request to
 * another thread costs more than answering it. For one thread at a time.
 */
final class WireExchange implements Invocable.Task {

  private static final HttpField SERVER = new PreEncodedHttpField(HttpHeader.SERVER, "Server");

  private final Request request;
  private final Response response;
  private final Callback callback;
  private final Dispatcher dispatcher;
  private final Executor workers;
  private final RequestBody body;

  /**
   * @param workers carry out the requests that are not brief
   */
  WireExchange(
      Request request,
      Response response,
      Callback callback,
      Dispatcher dispatcher,
      Executor workers) {
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.dispatcher = dispatcher;
    this.workers = workers;
    this.body = new RequestBody(request.getLength());
  }

  @Override
  public void run() {
    while (true) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        request.demand(this);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        callback.failed(chunk.getFailure());
        return;
      }
      body.append(chunk.getByteBuffer());
      boolean isLast = chunk.isLast();
      chunk.release();
      if (isLast) {
        finish();
        return;
      }
    }
  }

  private void finish() {
    if (body.isTooLong()) {
      send(WireResponse.TOO_LARGE);
      return;
    }
    WireRequest complete = wireRequest();
    if (dispatcher.isBrief(complete)) {
      send(dispatcher.dispatchBriefly(complete));
    } else {
      workers.execute(() -> send(dispatcher.dispatch(complete)));
    }
  }

  private void send(WireResponse answer) {
    response.setStatus(answer.status());
    HttpFields.Mutable headers = response.getHeaders();
    headers.put(SERVER);
    for (WireResponse.Header header : answer.headers()) {
      headers.put(header.name(), header.value());
    }
    response.write(true, answer.body(), Callback.from(callback, answer::close));
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  private WireRequest wireRequest() {
    HttpURI uri = request.getHttpURI();
    HttpFields headers = request.getHeaders();
    return new WireRequest(
        request.getMethod(), uri.getPath(), uri.getQuery(), headers::get, body.toByteArray());
  }
}
