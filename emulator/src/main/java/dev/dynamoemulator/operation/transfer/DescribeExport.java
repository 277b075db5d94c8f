package dev.dynamoemulator.operation.transfer;

import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.transfer.Export;
import dev.dynamoemulator.transfer.Exports;

/** Tells how far an export is (control-plane.md §3.1). */
public final class DescribeExport implements Operation {

  private final Exports exports;

  public DescribeExport(Exports exports) {
    this.exports = exports;
  }

  @Override
  public String name() {
    return "DescribeExport";
  }

  @Override
  public Call check(Request request) {
    return () -> describe(request);
  }

  private Reply describe(Request request) {
    Export export = exports.export(request.namespace(), request.input().string("ExportArn"));
    return out ->
        out.object(
            "ExportDescription",
            description -> ExportWriter.write(description, request.namespace(), export));
  }
}
