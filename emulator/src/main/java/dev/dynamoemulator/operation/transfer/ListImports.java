package dev.dynamoemulator.operation.transfer;

import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.transfer.Imports;

/** Lists the caller's imports, page by page (control-plane.md §4.13). */
public final class ListImports implements Operation {

  private final Imports imports;

  public ListImports(Imports imports) {
    this.imports = imports;
  }

  @Override
  public String name() {
    return "ListImports";
  }

  @Override
  public Call check(Request request) {
    JobList list = JobList.checked(request.input(), "PageSize");
    return () ->
        list.reply(
            "ImportSummaryList",
            request.namespace(),
            imports.list(request.namespace()),
            ImportWriter::writeSummary);
  }
}
