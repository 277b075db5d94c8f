package dev.dynamoemulator.admin;

import dev.dynamoemulator.insight.Contributor;
import dev.dynamoemulator.insight.ContributorReport;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Shows the keys that contributed most to the traffic of a table or index. */
record ContributorEndpoints(Controls controls) {

  private static final String TABLE_NAME = "tableName";
  private static final String INDEX_NAME = "indexName";
  private static final String MINUTES = "minutes";
  private static final int MOST_MINUTES = 60;

  List<Route> routes() {
    return List.of(new Route("POST", "/_emulator/contributors", (body, none) -> report(body)));
  }

  private Map<String, ?> report(Members body) {
    body.only(TABLE_NAME, INDEX_NAME, MINUTES);
    ContributorReport report =
        controls
            .contributors(
                body.text(TABLE_NAME),
                body.has(INDEX_NAME) ? body.text(INDEX_NAME) : null,
                Duration.ofMinutes(body.count(MINUTES, 1, MOST_MINUTES)))
            .orElseThrow(AdminErrors::noInsights);
    return Map.of(
        "accessedPartitionKeys", describe(report.accessedPartitionKeys()),
        "accessedItems", describe(report.accessedItems()),
        "throttledPartitionKeys", describe(report.throttledPartitionKeys()),
        "throttledItems", describe(report.throttledItems()));
  }

  private static List<Map<String, ?>> describe(List<Contributor> contributors) {
    return contributors.stream()
        .<Map<String, ?>>map(
            contributor ->
                Map.of(
                    "key", contributor.key(),
                    "amount", contributor.amount(),
                    "error", contributor.error()))
        .toList();
  }
}
