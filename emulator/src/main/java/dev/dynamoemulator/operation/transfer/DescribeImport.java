package dev.dynamoemulator.operation.transfer;

import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.transfer.Import;
import dev.dynamoemulator.transfer.Imports;

/** Tells how far an import is (control-plane.md §4.13). */
public final class DescribeImport implements Operation {

  private final Imports imports;

  public DescribeImport(Imports imports) {
    this.imports = imports;
  }

  @Override
  public String name() {
    return "DescribeImport";
  }

  @Override
  public Call check(Request request) {
    return () -> describe(request);
  }

  private Reply describe(Request request) {
    Import job = imports.find(request.namespace(), request.input().string("ImportArn"));
    return out ->
        out.object(
            "ImportTableDescription",
            description -> ImportWriter.write(description, request.namespace(), job));
  }
}
