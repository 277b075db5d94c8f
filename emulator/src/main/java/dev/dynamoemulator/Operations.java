package dev.dynamoemulator;

import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.backup.BackupOperations;
import dev.dynamoemulator.operation.global.GlobalOperations;
import dev.dynamoemulator.operation.insight.InsightOperations;
import dev.dynamoemulator.operation.item.ItemOperations;
import dev.dynamoemulator.operation.kinesis.KinesisOperations;
import dev.dynamoemulator.operation.partiql.StatementAccess;
import dev.dynamoemulator.operation.partiql.StatementOperations;
import dev.dynamoemulator.operation.policy.PolicyAccess;
import dev.dynamoemulator.operation.policy.PolicyOperations;
import dev.dynamoemulator.operation.stream.StreamOperations;
import dev.dynamoemulator.operation.table.TableDescriptionWriter;
import dev.dynamoemulator.operation.table.TableOperations;
import dev.dynamoemulator.operation.transfer.TransferOperations;
import dev.dynamoemulator.partiql.StatementCache;
import dev.dynamoemulator.replication.ReplicaLifecycle;
import dev.dynamoemulator.table.Catalogue;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every operation that is built, by its name. */
final class Operations {

  private Operations() {}

  static Map<String, Operation> all(DatabaseParts parts) {
    Environment environment = parts.environment;
    Catalogue catalogue = parts.catalogue;
    ReplicaLifecycle replicas = parts.global.replicas();
    TableDescriptionWriter descriptions =
        new TableDescriptionWriter(parts.engine.statistics(), replicas, environment);
    StatementAccess statements =
        new StatementAccess(catalogue, parts.engine, new StatementCache(), parts.items.limits());
    PolicyAccess policies = new PolicyAccess(catalogue, parts.streams, parts.policies);
    return Stream.of(
            TableOperations.all(
                catalogue, parts.lifecycle, descriptions, parts.policies, replicas, environment),
            ItemOperations.all(parts.items, parts.tokens),
            StatementOperations.all(statements, parts.tokens, environment.clock()),
            StreamOperations.all(parts.streams, environment),
            KinesisOperations.all(catalogue, parts.destinations),
            PolicyOperations.all(policies),
            InsightOperations.all(catalogue, parts.insights),
            BackupOperations.all(catalogue, parts.backups, descriptions, environment),
            TransferOperations.all(catalogue, parts.transfers, environment),
            GlobalOperations.all(parts.global, environment))
        .flatMap(List::stream)
        .collect(Collectors.toUnmodifiableMap(Operation::name, Function.identity()));
  }
}
