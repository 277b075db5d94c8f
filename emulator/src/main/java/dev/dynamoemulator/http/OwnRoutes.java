package dev.dynamoemulator.http;

import dev.dynamoemulator.admin.Admin;
import dev.dynamoemulator.protocol.WireRequest;
import dev.dynamoemulator.protocol.WireResponse;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Handler;

/** The routes that are not DynamoDB's, served by Javalin. */
final class OwnRoutes {

  private OwnRoutes() {}

  /** A handler that has not been started yet. */
  static Handler serving(Admin admin) {
    ServletContextHandler context = new ServletContextHandler();
    Javalin javalin = Javalin.create(config -> configure(config, admin));
    context.addServlet(new ServletHolder(javalin.javalinServlet()), "/*");
    return context;
  }

  private static void configure(JavalinConfig config, Admin admin) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    for (HandlerType method : HandlerType.commonHttp()) {
      config.routes.addHttpHandler(method, Admin.PATHS + "*", context -> answer(context, admin));
    }
  }

  private static void answer(Context context, Admin admin) throws UnknownHostException {
    WireRequest request =
        new WireRequest(
            context.req().getMethod(),
            context.req().getRequestURI(),
            context.queryString(),
            context::header,
            context.bodyAsBytes());
    // An address as Jetty gives it is never looked up.
    InetAddress client = InetAddress.getByName(context.req().getRemoteAddr());
    try (WireResponse answer = admin.answer(request, client.isLoopbackAddress())) {
      context.status(answer.status());
      answer.headers().forEach(header -> context.header(header.name(), header.value()));
      context.result(answer.bodyText());
    }
  }
}
