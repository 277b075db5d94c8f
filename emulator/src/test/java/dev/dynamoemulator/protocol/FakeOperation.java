package dev.dynamoemulator.protocol;

import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Request;
import java.util.function.Function;

/** An operation of a real name whose work a test defines. */
public record FakeOperation(
    String name, boolean prefixesRequestFaults, Function<Request, Call> body) implements Operation {

  public static FakeOperation named(String name, Function<Request, Call> body) {
    return new FakeOperation(name, false, body);
  }

  /** Answers the caller's account and region, and the table name that was sent. */
  public static FakeOperation describeTable() {
    return named(
        "DescribeTable",
        request ->
            () ->
                out -> {
                  out.string("Account", request.namespace().account());
                  out.string("Region", request.namespace().region());
                  out.string("TableName", request.input().string("TableName"));
                });
  }

  @Override
  public Call check(Request request) {
    return body.apply(request);
  }
}
