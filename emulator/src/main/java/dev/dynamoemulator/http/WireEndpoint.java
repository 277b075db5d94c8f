package dev.dynamoemulator.http;

import dev.dynamoemulator.admin.Admin;
import dev.dynamoemulator.protocol.Dispatcher;
import java.util.concurrent.Executor;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Hands requests to the dispatcher. DynamoDB never looks at the path, so every request is its,
 * except those below {@link Admin#PATHS}, which go on to Javalin's routes. Thread-safe.
 */
final class WireEndpoint extends Handler.Abstract {

  private final Dispatcher dispatcher;
  private final Admin admin;
  private final Executor workers;
  private final RequestsInFlight inFlight = new RequestsInFlight();
  private Handler ownRoutes;

  /**
   * @param workers live as long as this does; all of them may be with requests that are held, while
   *     the threads of the server go on with connections and with what releases them
   */
  WireEndpoint(Dispatcher dispatcher, Admin admin, QueuedThreadPool workers) {
    this.dispatcher = dispatcher;
    this.admin = admin;
    this.workers = workers;
    addBean(workers);
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
    if (request.getHttpURI().getPath().startsWith(Admin.PATHS)) {
      request.getComponents().getExecutor().execute(() -> route(request, response, leaving));
      return true;
    }
    new WireExchange(request, response, leaving, dispatcher, workers).run();
    return true;
  }

  private void route(Request request, Response response, Callback callback) {
    try {
      if (!ownRoutes().handle(request, response, callback)) {
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

  /** Loading Javalin takes as long as the rest of the start, and few emulators need it. */
  private synchronized Handler ownRoutes() throws Exception {
    if (ownRoutes == null) {
      Handler routes = OwnRoutes.serving(admin);
      routes.setServer(getServer());
      addManaged(routes);
      ownRoutes = routes;
    }
    return ownRoutes;
  }

  /** Waits for the requests in flight, but no longer than the given time. */
  void finish(long millis) {
    inFlight.finish(millis);
  }
}
