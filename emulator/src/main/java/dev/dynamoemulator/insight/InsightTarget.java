package dev.dynamoemulator.insight;

import dev.dynamoemulator.table.GlobalIndex;
import dev.dynamoemulator.table.IndexStatus;
import dev.dynamoemulator.table.KeySchema;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableDescription;
import dev.dynamoemulator.table.TableErrors;
import dev.dynamoemulator.table.TableStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A table or one of its global indexes, whose insights are switched separately.
 *
 * @param tableId the UUID of the table
 * @param indexName null for the table itself
 * @param collection where its items or entries are stored
 */
public record InsightTarget(
    String tableId, String tableName, String indexName, KeySchema key, String collection) {

  private static final String RULE_PREFIX = "DynamoDBContributorInsights-";

  static InsightTarget table(TableDescription table) {
    return new InsightTarget(table.id(), table.name(), null, table.key(), table.collection());
  }

  static InsightTarget index(TableDescription table, GlobalIndex index) {
    return new InsightTarget(
        table.id(), table.name(), index.name(), index.key(), index.collection());
  }

  /**
   * The table or the global index of that name.
   *
   * @param indexName null for the table
   * @throws dev.dynamoemulator.model.DynamoDbException when there is no such index
   */
  public static InsightTarget of(Table table, String indexName) {
    TableDescription description = table.description();
    if (indexName == null) {
      return table(description);
    }
    GlobalIndex index = description.globalIndex(indexName);
    if (index == null) {
      throw InsightErrors.indexNotFound(table.name(), indexName);
    }
    return index(description, index);
  }

  /**
   * The same, but neither a table nor an index that is not there yet, or almost gone. The API model
   * declares no ResourceInUseException for insights.
   *
   * @throws dev.dynamoemulator.model.DynamoDbException when there is no such table or index
   */
  public static InsightTarget usable(Table table, String indexName) {
    TableStatus status = table.description().status();
    if (status == TableStatus.CREATING || status == TableStatus.DELETING) {
      throw TableErrors.tableNotFound(table.name());
    }
    InsightTarget target = of(table, indexName);
    if (indexName != null && !isUsable(table.description().globalIndex(indexName))) {
      throw InsightErrors.indexNotFound(table.name(), indexName);
    }
    return target;
  }

  private static boolean isUsable(GlobalIndex index) {
    return index.status() == IndexStatus.ACTIVE || index.status() == IndexStatus.UPDATING;
  }

  /** The table, then its global indexes. */
  public static List<InsightTarget> all(TableDescription table) {
    List<InsightTarget> targets = new ArrayList<>();
    targets.add(table(table));
    table.globalIndexes().forEach(index -> targets.add(index(table, index)));
    return targets;
  }

  /** Where its setting is kept. */
  String id() {
    return indexName == null ? tableId : tableId + "/" + indexName;
  }

  /** The names of the rules that count while insights are on (control-plane.md §6.3). */
  public List<String> rules(InsightMode mode, Instant enabled) {
    List<String> rules = new ArrayList<>();
    boolean hasSortKey = !key.sortKey().isEmpty();
    if (mode == InsightMode.ACCESSED_AND_THROTTLED_KEYS) {
      rules.add(rule("PKC", enabled));
      if (hasSortKey) {
        rules.add(rule("SKC", enabled));
      }
    }
    rules.add(rule("PKT", enabled));
    if (hasSortKey) {
      rules.add(rule("SKT", enabled));
    }
    return rules;
  }

  /** How the resource of an index is written there is inferred. */
  private String rule(String kind, Instant enabled) {
    String resource = indexName == null ? tableName : tableName + "-" + indexName;
    return RULE_PREFIX + kind + "-" + resource + "-" + enabled.toEpochMilli();
  }
}
