package dev.dynamoemulator.fault;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.table.TableReference;
import dev.dynamoemulator.throughput.ThrottledResource;
import java.util.List;

/**
 * A request that rules may hit.
 *
 * @param isRead whether it reads items and writes none
 * @param tables that it names, as names or ARNs; in a transaction that of each element
 */
public record FaultTarget(String operation, boolean isRead, Namespace caller, List<String> tables) {

  List<String> tableNames() {
    return tables.stream().map(FaultTarget::name).toList();
  }

  /** The tables that the rule means, as a refusal for want of throughput names them. */
  List<ThrottledResource> throttled(FaultRule rule) {
    return tables.stream()
        .filter(table -> rule.concernsTable(name(table)))
        .distinct()
        .map(table -> new ThrottledResource(arn(table), false, !isRead))
        .toList();
  }

  private String arn(String table) {
    return TableReference.of(table).isArn() ? table : caller.tableArn(table);
  }

  static String name(String nameOrArn) {
    return TableReference.of(nameOrArn).tableName();
  }
}
