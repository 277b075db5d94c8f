package dev.dynamoemulator.operation.insight;

import dev.dynamoemulator.insight.ContributorInsights;
import dev.dynamoemulator.insight.InsightMode;
import dev.dynamoemulator.insight.InsightSetting;
import dev.dynamoemulator.insight.InsightTarget;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.Table;

/** Switches the insights of a table or a global index (control-plane.md §6). */
public final class UpdateContributorInsights implements Operation {

  private final Catalogue catalogue;
  private final ContributorInsights insights;

  public UpdateContributorInsights(Catalogue catalogue, ContributorInsights insights) {
    this.catalogue = catalogue;
    this.insights = insights;
  }

  @Override
  public String name() {
    return "UpdateContributorInsights";
  }

  @Override
  public Call check(Request request) {
    return () -> update(request, request.input());
  }

  private Reply update(Request request, Struct input) {
    Table table = catalogue.tableInAnyState(request.namespace(), input.string("TableName"));
    InsightTarget target = InsightTarget.usable(table, input.string("IndexName"));
    InsightSetting setting =
        input.string("ContributorInsightsAction").equals("ENABLE")
            ? insights.enable(target, mode(input, target))
            : insights.disable(target);
    return out -> InsightWriter.write(out, target, setting);
  }

  /** The mode that is set already stays when the request names none. */
  private InsightMode mode(Struct input, InsightTarget target) {
    String mode = input.string("ContributorInsightsMode");
    return mode == null ? insights.setting(target).mode() : InsightMode.valueOf(mode);
  }
}
