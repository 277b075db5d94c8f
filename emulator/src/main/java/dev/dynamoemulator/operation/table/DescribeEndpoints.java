package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import java.util.List;

/**
 * Names the one endpoint that the caller has come to (control-plane.md §8). On the service that is
 * the region's host; here it is the emulator's, as the request addresses it, lest a client that
 * discovers endpoints goes on with the service.
 */
public final class DescribeEndpoints implements Operation {

  private static final int CACHE_PERIOD_IN_MINUTES = 1440;

  @Override
  public String name() {
    return "DescribeEndpoints";
  }

  @Override
  public Call check(Request request) {
    String host = request.header("Host");
    String address = host == null ? serviceHost(request.namespace()) : host;
    return () -> endpoint(address);
  }

  /** For a request in process without a host, which never leaves the process anyway. */
  private static String serviceHost(Namespace caller) {
    String domain = caller.partition().equals("aws-cn") ? ".amazonaws.com.cn" : ".amazonaws.com";
    return "dynamodb." + caller.region() + domain;
  }

  private static Reply endpoint(String address) {
    return out ->
        out.objects(
            "Endpoints",
            List.of(address),
            (endpoint, value) -> {
              endpoint.string("Address", value);
              endpoint.number("CachePeriodInMinutes", CACHE_PERIOD_IN_MINUTES);
            });
  }
}
