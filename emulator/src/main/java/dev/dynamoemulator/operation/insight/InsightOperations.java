package dev.dynamoemulator.operation.insight;

import dev.dynamoemulator.insight.ContributorInsights;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.table.Catalogue;
import java.util.List;

/** The operations on Contributor Insights. */
public final class InsightOperations {

  private InsightOperations() {}

  public static List<Operation> all(Catalogue catalogue, ContributorInsights insights) {
    return List.of(
        new UpdateContributorInsights(catalogue, insights),
        new DescribeContributorInsights(catalogue, insights),
        new ListContributorInsights(catalogue, insights));
  }
}
