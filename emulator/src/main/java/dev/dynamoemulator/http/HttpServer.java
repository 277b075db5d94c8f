package dev.dynamoemulator.http;

import dev.dynamoemulator.admin.Admin;
import dev.dynamoemulator.protocol.Dispatcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/**
 * Serves a dispatcher over HTTP. Javalin serves our own routes, once one of them is asked for;
 * requests of the API are taken off Jetty before they become servlet requests. Thread-safe.
 */
public final class HttpServer implements AutoCloseable {

  private static final String NAME = "dynamo-emulator-http";
  private static final int MIN_THREADS = 2;
  private static final int MAX_THREADS = 64;

  /** Jetty's own choice. Without any, each request would change threads on its way. */
  private static final int RESERVED_THREADS = -1;

  /**
   * Their threads answer brief requests themselves, so that one of them could use one core only.
   */
  private static final int SELECTORS = Math.min(4, Runtime.getRuntime().availableProcessors());

  private static final int THREAD_IDLE_MILLIS = 10_000;

  /** Longer than SDK clients keep unused connections, so that they are the ones to close them. */
  private static final int CONNECTION_IDLE_MILLIS = 300_000;

  /** Session tokens alone may fill a few kilobytes. */
  private static final int REQUEST_HEADER_BYTES = 32 * 1024;

  private static final int STOP_MILLIS = 10_000;

  private static final String LOCALHOST = "localhost";
  private static final String SERVER_CLASS = "org/eclipse/jetty/server/Server.class";

  private final Server server;
  private final WireEndpoint endpoint;
  private final String host;
  private final List<ServerConnector> connectors;

  private HttpServer(
      Server server, WireEndpoint endpoint, String host, List<ServerConnector> connectors) {
    this.server = server;
    this.endpoint = endpoint;
    this.host = host;
    this.connectors = connectors;
  }

  /**
   * Listens, and returns when requests are answered.
   *
   * @param host a name or address of this machine; {@code localhost} for the loopback addresses of
   *     both kinds, since clients differ in which of the two that name means
   * @param port 0 for any free port
   * @throws UncheckedIOException when the port is taken or the host is not of this machine
   * @throws IllegalStateException when Jetty is there in a version that does not fit
   */
  public static HttpServer start(String host, int port, Dispatcher dispatcher, Admin admin) {
    try {
      return started(host, port, dispatcher, admin);
    } catch (LinkageError e) {
      throw new IllegalStateException(
          "The server needs Jetty 12, but finds "
              + HttpServer.class.getClassLoader().getResource(SERVER_CLASS)
              + ". Let the build choose Jetty 12, or do without the endpoint: in-process clients"
              + " need no server",
          e);
    }
  }

  private static HttpServer started(String host, int port, Dispatcher dispatcher, Admin admin) {
    Server server =
        new Server(
            threads(NAME, MIN_THREADS),
            new ScheduledExecutorScheduler(NAME + "-timer", true),
            null);
    List<ServerConnector> connectors = listen(server, host, port);
    WireEndpoint endpoint = new WireEndpoint(dispatcher, admin, threads(NAME + "-worker", 0));
    server.setHandler(endpoint);
    connectors.forEach(server::addConnector);
    try {
      server.start();
    } catch (Exception e) {
      connectors.forEach(ServerConnector::close);
      throw new IllegalStateException("The server cannot be started", e);
    }
    return new HttpServer(server, endpoint, host, connectors);
  }

  private static List<ServerConnector> listen(Server server, String host, int port) {
    if (!host.equals(LOCALHOST)) {
      ServerConnector connector = connector(server, host, port);
      listen(connector, host, port);
      return List.of(connector);
    }
    ServerConnector first = connector(server, "127.0.0.1", port);
    listen(first, host, port);
    ServerConnector second = connector(server, "::1", first.getLocalPort());
    try {
      second.open();
      return List.of(first, second);
    } catch (IOException e) {
      // A machine without IPv6, or a free port that is free for one kind of address only.
      return List.of(first);
    }
  }

  /** Binds before anything else is set up, as a port in use is the likeliest thing to go wrong. */
  private static void listen(ServerConnector connector, String host, int port) {
    try {
      connector.open();
    } catch (IOException e) {
      String reason =
          e.getCause() instanceof BindException cause ? cause.getMessage() : "Unknown host";
      throw new UncheckedIOException("Cannot listen on " + host + ":" + port + ": " + reason, e);
    }
  }

  /** One that keeps few threads at rest. A plain queue spares Jetty a look at the JVM's beans. */
  private static QueuedThreadPool threads(String name, int atRest) {
    QueuedThreadPool threads =
        new QueuedThreadPool(
            MAX_THREADS,
            atRest,
            THREAD_IDLE_MILLIS,
            RESERVED_THREADS,
            new LinkedBlockingQueue<>(),
            null);
    threads.setName(name);
    threads.setDaemon(true);
    return threads;
  }

  /** Accepts on a selector's thread, without an acceptor of its own. */
  private static ServerConnector connector(Server server, String host, int port) {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setRequestHeaderSize(REQUEST_HEADER_BYTES);
    // Or a header of other case would be taken for the one that the connection sent before.
    configuration.setHeaderCacheCaseSensitive(true);
    // The service never looks at the path, so no path is wrong.
    configuration.setUriCompliance(UriCompliance.UNSAFE);
    ServerConnector connector =
        new ServerConnector(server, 0, SELECTORS, new HttpConnectionFactory(configuration));
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(CONNECTION_IDLE_MILLIS);
    return connector;
  }

  /** Where clients on this machine reach the server. */
  public URI uri() {
    String reachable = isAnyAddress(host) ? LOCALHOST : host;
    String literal =
        reachable.indexOf(':') >= 0 && reachable.charAt(0) != '['
            ? "[" + reachable + "]"
            : reachable;
    return URI.create("http://" + literal + ":" + connectors.get(0).getLocalPort());
  }

  private static boolean isAnyAddress(String host) {
    return host.equals("0.0.0.0") || host.equals("::");
  }

  /** Takes no new connections, lets requests in flight finish, and stops all threads. */
  @Override
  public void close() {
    connectors.forEach(ServerConnector::close);
    endpoint.finish(STOP_MILLIS);
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The server cannot be stopped", e);
    }
  }
}
