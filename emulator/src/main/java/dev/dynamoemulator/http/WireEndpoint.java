package dev.dynamoemulator.http;

import dev.dynamoemulator.protocol.Dispatcher;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Hands requests to the dispatcher. DynamoDB never looks at the path, so every request is its,
 * except those below {@link #OWN_PATHS}, which go on to Javalin's routes. Thread-safe.
 */
final class WireEndpoint extends Handler.Wrapper {

  static final String OWN_PATHS = "/_";

  private final Dispatcher dispatcher;
  private final RequestsInFlight inFlight = new RequestsInFlight();

  WireEndpoint(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  /** Keeps the servlets that Javalin brings unstarted: few emulators are ever asked for them. */
  @Override
  public void setHandler(Handler routes) {
    super.setHandler(routes);
    if (routes != null) {
      unmanage(routes);
    }
  }

  /** What may take longer is handed to other threads below. */
  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (!inFlight.enter()) {
      refuse(response, callback);
      return true;
    }
    Callback leaving = Callback.from(callback, inFlight::leave);
    if (request.getHttpURI().getPath().startsWith(OWN_PATHS)) {
      request.getComponents().getExecutor().execute(() -> route(request, response, leaving));
      return true;
    }
    new WireExchange(request, response, leaving, dispatcher).run();
    return true;
  }

  private void route(Request request, Response response, Callback callback) {
    try {
      startRoutes();
      if (!super.handle(request, response, callback)) {
        Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
      }
    } catch (Exception e) {
      Response.writeError(request, response, callback, e);
    }
  }

  private static void refuse(Response response, Callback callback) {
    response.setStatus(HttpStatus.SERVICE_UNAVAILABLE_503);
    response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
    callback.succeeded();
  }

  private synchronized void startRoutes() throws Exception {
    Handler routes = getHandler();
    if (!routes.isStarted()) {
      manage(routes);
      routes.start();
    }
  }

  /** Waits for the requests in flight, but no longer than the given time. */
  void finish(long millis) {
    inFlight.finish(millis);
  }
}
