package dev.dynamoemulator.partiql;

import dev.dynamoemulator.engine.ConsumedCapacity;
import dev.dynamoemulator.engine.Engine;
import dev.dynamoemulator.engine.IndexRules;
import dev.dynamoemulator.engine.KeyRange;
import dev.dynamoemulator.engine.KeyRules;
import dev.dynamoemulator.engine.PlanPage;
import dev.dynamoemulator.engine.ReadPlan;
import dev.dynamoemulator.engine.StartKey;
import dev.dynamoemulator.expression.Condition;
import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.table.IndexSchema;
import dev.dynamoemulator.table.KeySchema;
import dev.dynamoemulator.table.TableSchema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A SELECT on its way to the engine: reads one item by its key, queries one or several partitions,
 * or scans, by the rules of partiql.md §4.1. Immutable.
 */
public final class SelectPlan {

  private static final int PARTITIONS = 50;

  private final TableSchema table;
  private final IndexSchema index;
  private final Statement.Select select;
  private final boolean isConsistent;
  private final Ordering ordering;
  private final KeyedCondition keyed;

  private SelectPlan(
      TableSchema table, IndexSchema index, Statement.Select select, boolean isConsistent) {
    this.table = table;
    this.index = index;
    this.select = select;
    this.isConsistent = isConsistent;
    this.ordering = new Ordering(select.order());
    this.keyed = index == null ? KeyedCondition.orNull(select.where(), table.key()) : null;
  }

  /**
   * @throws dev.dynamoemulator.model.DynamoDbException when the statement does not suit the table
   */
  public static SelectPlan of(Statement.Select select, TableSchema table, boolean isConsistent) {
    // A vector index has no key by which PartiQL could query it.
    IndexSchema index =
        select.isOnIndex() ? IndexRules.readable(table, select.source().indexName(), "Scan") : null;
    if (index != null && index.isGlobal() && isConsistent) {
      throw StatementErrors.consistentReadOfGlobalIndex();
    }
    SelectPlan plan = new SelectPlan(table, index, select, isConsistent);
    plan.ordering.check(select.where(), plan.readKey());
    plan.checkPaths();
    plan.checkGlobalIndexHoldsWhatIsNamed();
    return plan;
  }

  /** A SELECT reads a limited number of partitions by name. */
  static void checkPartitionCount(int count) {
    if (count > PARTITIONS) {
      throw StatementErrors.tooManyPartitions();
    }
  }

  private KeySchema readKey() {
    return index == null ? table.key() : index.key();
  }

  private void checkPaths() {
    if (select.selection() != null) {
      KeyRules.checkPaths(table, select.selection().projection());
    }
    KeyRules.checkPaths(table, select.where());
  }

  private void checkGlobalIndexHoldsWhatIsNamed() {
    if (index != null && index.isGlobal()) {
      IndexRules.checkProjected(table, index, namedAttributes());
    }
  }

  private Set<String> namedAttributes() {
    Set<String> named = new LinkedHashSet<>();
    if (select.selection() != null) {
      named.addAll(select.selection().projection().attributeNames());
    }
    if (select.where() != null) {
      named.addAll(select.where().attributeNames());
    }
    return named;
  }

  /**
   * The primary key of the one item that the statement reads from the table, whatever else is in
   * it; null when it reads otherwise. Not checked yet.
   */
  public Item key() {
    return keyed == null || keyed.rest() != null ? null : keyed.key();
  }

  /**
   * What to show of the items that are read; null for all of it. The star of a SELECT stands for
   * what the index holds, also when its condition needs more (partiql.md §4.1).
   */
  public Selection selection() {
    return select.selection() == null && fetchesItems()
        ? Selection.of(IndexRules.projected(table, index))
        : select.selection();
  }

  /**
   * Reads one page.
   *
   * @param limit items to evaluate at most; 0 for no limit
   * @param from the end of the page before
   */
  public SelectPage read(Engine engine, int limit, PagePosition from) {
    if (keyed != null) {
      return readItem(engine);
    }
    AccessPath path = AccessPath.of(select.where(), readKey(), ordering);
    List<ReadPlan> plans = new ArrayList<>();
    if (path.queries() == null) {
      plans.add(plan(scanRange(engine, from.key()), false, path.filter(), limit));
    } else {
      boolean isDescending = ordering.isDescending(readKey());
      for (int i = from.plan(); i < path.queries().size(); i++) {
        Item startKey = i == from.plan() ? from.key() : null;
        KeyRange range =
            engine.queryRange(table, index, path.queries().get(i), startKey, isDescending);
        plans.add(plan(range, isDescending, path.filter(), limit));
      }
    }
    if (plans.isEmpty()) {
      return new SelectPage(List.of(), null, new ConsumedCapacity());
    }
    PlanPage read = engine.read(plans);
    Item last = read.page().lastEvaluatedKey();
    return new SelectPage(
        read.page().items(),
        last == null ? null : new PagePosition(from.plan() + read.plan(), last),
        read.page().capacity());
  }

  private SelectPage readItem(Engine engine) {
    StatementKeys.check(table.key(), keyed.key());
    StoredItem item = engine.get(table, keyed.key(), isConsistent);
    ConsumedCapacity capacity = new ConsumedCapacity();
    capacity.addTable(ConsumedCapacity.readUnits(item == null ? 0 : item.size(), isConsistent));
    boolean isWanted = item != null && (keyed.rest() == null || keyed.rest().isTrue(item));
    return new SelectPage(isWanted ? List.of(item) : List.of(), null, capacity);
  }

  private KeyRange scanRange(Engine engine, Item startKey) {
    StartKey.checkIndexPart(table, index, startKey);
    StartKey.checkTablePart(table, startKey);
    return engine.scanRange(table, index, startKey, 0, 1);
  }

  private ReadPlan plan(KeyRange range, boolean isDescending, Condition filter, int limit) {
    return new ReadPlan(
        table, index, range, isDescending, filter, limit, isConsistent, fetchesItems(), false);
  }

  private boolean fetchesItems() {
    return index != null
        && !index.isGlobal()
        && !IndexRules.unprojected(table, index, namedAttributes()).isEmpty();
  }
}
