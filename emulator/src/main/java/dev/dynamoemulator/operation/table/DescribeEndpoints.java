package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import java.util.List;

/** Names the service's own endpoint of the caller's region (control-plane.md §8). */
public final class DescribeEndpoints implements Operation {

  private static final int CACHE_PERIOD_IN_MINUTES = 1440;

  @Override
  public String name() {
    return "DescribeEndpoints";
  }

  @Override
  public Call check(Request request) {
    return () -> endpoints(request.namespace());
  }

  private static Reply endpoints(Namespace caller) {
    String domain = caller.partition().equals("aws-cn") ? ".amazonaws.com.cn" : ".amazonaws.com";
    String address = "dynamodb." + caller.region() + domain;
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
