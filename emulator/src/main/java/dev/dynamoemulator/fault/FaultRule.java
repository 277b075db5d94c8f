package dev.dynamoemulator.fault;

import java.util.Set;

/**
 * Which requests are hit, how often, and what happens to them. Immutable; made from an effect that
 * hits everything, then narrowed down.
 *
 * <pre>{@code
 * FaultRule.of(new FaultEffect.Throttle()).onOperations("PutItem").onTables("orders").times(2)
 * }</pre>
 *
 * @param operations names of operations; empty for all
 * @param tables names of tables, in whatever account and region; empty for all requests
 * @param probability the part of the requests that is hit, above 0 and up to 1
 * @param times how often the rule hits before it is used up; 0 for no end
 */
public record FaultRule(
    FaultEffect effect, Set<String> operations, Set<String> tables, double probability, int times) {

  public FaultRule {
    operations = Set.copyOf(operations);
    tables = Set.copyOf(tables);
    if (!(probability > 0 && probability <= 1)) {
      throw new IllegalArgumentException("A probability is above 0 and up to 1: " + probability);
    }
    if (times < 0) {
      throw new IllegalArgumentException("A rule hits 0 (no end) or more times: " + times);
    }
  }

  /** A rule that hits every request. */
  public static FaultRule of(FaultEffect effect) {
    return new FaultRule(effect, Set.of(), Set.of(), 1, 0);
  }

  public FaultRule onOperations(String... names) {
    return new FaultRule(effect, Set.of(names), tables, probability, times);
  }

  public FaultRule onTables(String... names) {
    return new FaultRule(effect, operations, Set.of(names), probability, times);
  }

  /** Hits by chance, which the seed of ids makes repeatable. */
  public FaultRule withProbability(double part) {
    return new FaultRule(effect, operations, tables, part, times);
  }

  /** Is used up after so many hits. */
  public FaultRule times(int hits) {
    return new FaultRule(effect, operations, tables, probability, hits);
  }

  boolean concerns(String operation) {
    return operations.isEmpty() || operations.contains(operation);
  }

  boolean concernsTable(String tableName) {
    return tables.isEmpty() || tables.contains(tableName);
  }
}
