package dev.dynamoemulator.operation.insight;

import dev.dynamoemulator.insight.InsightSetting;
import dev.dynamoemulator.insight.InsightTarget;
import dev.dynamoemulator.shape.ResponseWriter;

/** The members that all answers about insights have (control-plane.md §6). */
final class InsightWriter {

  private InsightWriter() {}

  static void write(ResponseWriter out, InsightTarget target, InsightSetting setting) {
    out.string("TableName", target.tableName());
    out.optionalString("IndexName", target.indexName());
    out.string("ContributorInsightsStatus", setting.status().name());
    out.string("ContributorInsightsMode", setting.mode().name());
  }
}
