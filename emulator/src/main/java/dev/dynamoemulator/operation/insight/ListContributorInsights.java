package dev.dynamoemulator.operation.insight;

import dev.dynamoemulator.insight.ContributorInsights;
import dev.dynamoemulator.insight.InsightTarget;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.Table;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lists the insights of one table with all its global indexes, as the API model says, or of
 * whatever had them ever switched, as the example of the AWS CLI's reference shows: there an index
 * is listed without its table. Page by page.
 */
public final class ListContributorInsights implements Operation {

  private static final int DEFAULT_LIMIT = 100;

  private final Catalogue catalogue;
  private final ContributorInsights insights;

  public ListContributorInsights(Catalogue catalogue, ContributorInsights insights) {
    this.catalogue = catalogue;
    this.insights = insights;
  }

  @Override
  public String name() {
    return "ListContributorInsights";
  }

  @Override
  public Call check(Request request) {
    Struct input = request.input();
    SummaryToken start = SummaryToken.checked(input.string("NextToken"));
    Integer limit = input.integer("MaxResults");
    return () -> list(request, start, limit == null || limit < 1 ? DEFAULT_LIMIT : limit);
  }

  private Reply list(Request request, SummaryToken start, int limit) {
    List<InsightTarget> targets =
        targets(request)
            .filter(start::isBefore)
            .sorted(Comparator.comparing(SummaryToken::position))
            .toList();
    List<InsightTarget> page = targets.subList(0, Math.min(limit, targets.size()));
    boolean isLastPage = page.size() == targets.size();
    return out -> {
      out.objects(
          "ContributorInsightsSummaries",
          page,
          (summary, target) -> InsightWriter.write(summary, target, insights.setting(target)));
      out.optionalString(
          "NextToken", isLastPage ? null : SummaryToken.at(page.get(page.size() - 1)).text());
    };
  }

  private Stream<InsightTarget> targets(Request request) {
    String tableName = request.input().string("TableName");
    return tableName == null
        ? catalogue.tablesOf(request.namespace()).stream()
            .flatMap(ListContributorInsights::targets)
            .filter(insights::areKnown)
        : targets(catalogue.tableInAnyState(request.namespace(), tableName));
  }

  private static Stream<InsightTarget> targets(Table table) {
    return InsightTarget.all(table.description()).stream();
  }
}
