package dev.dynamoemulator.operation.transfer;

import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.transfer.Exports;

/** Lists the caller's exports, page by page (control-plane.md §3.1 rule 6). */
public final class ListExports implements Operation {

  private final Exports exports;

  public ListExports(Exports exports) {
    this.exports = exports;
  }

  @Override
  public String name() {
    return "ListExports";
  }

  @Override
  public Call check(Request request) {
    JobList list = JobList.checked(request.input(), "MaxResults");
    return () ->
        list.reply(
            "ExportSummaries",
            request.namespace(),
            exports.list(request.namespace()),
            ExportWriter::writeSummary);
  }
}
