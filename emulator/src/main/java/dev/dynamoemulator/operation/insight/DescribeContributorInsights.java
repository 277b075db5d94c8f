package dev.dynamoemulator.operation.insight;

import dev.dynamoemulator.insight.ContributorInsights;
import dev.dynamoemulator.insight.InsightSetting;
import dev.dynamoemulator.insight.InsightTarget;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.Table;

/** Describes the insights of a table or a global index (control-plane.md §6). */
public final class DescribeContributorInsights implements Operation {

  private final Catalogue catalogue;
  private final ContributorInsights insights;

  public DescribeContributorInsights(Catalogue catalogue, ContributorInsights insights) {
    this.catalogue = catalogue;
    this.insights = insights;
  }

  @Override
  public String name() {
    return "DescribeContributorInsights";
  }

  @Override
  public Call check(Request request) {
    return () -> describe(request, request.input());
  }

  private Reply describe(Request request, Struct input) {
    Table table = catalogue.tableInAnyState(request.namespace(), input.string("TableName"));
    InsightTarget target = InsightTarget.of(table, input.string("IndexName"));
    InsightSetting setting = insights.setting(target);
    return out -> {
      InsightWriter.write(out, target, setting);
      if (setting.status().isOn()) {
        out.strings("ContributorInsightsRuleList", target.rules(setting.mode(), setting.enabled()));
      }
      if (setting.updated() != null) {
        out.timestamp("LastUpdateDateTime", setting.updated().toEpochMilli());
      }
    };
  }
}
