package dev.dynamoemulator;

import dev.dynamoemulator.backup.BackupParts;
import dev.dynamoemulator.engine.Engine;
import dev.dynamoemulator.engine.IdempotencyTokens;
import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.insight.ContributorInsights;
import dev.dynamoemulator.kinesis.KinesisDestinations;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.backup.BackupOperations;
import dev.dynamoemulator.operation.global.GlobalAccess;
import dev.dynamoemulator.operation.global.GlobalOperations;
import dev.dynamoemulator.operation.insight.DescribeContributorInsights;
import dev.dynamoemulator.operation.insight.ListContributorInsights;
import dev.dynamoemulator.operation.insight.UpdateContributorInsights;
import dev.dynamoemulator.operation.item.BatchGetItem;
import dev.dynamoemulator.operation.item.BatchWriteItem;
import dev.dynamoemulator.operation.item.DeleteItem;
import dev.dynamoemulator.operation.item.GetItem;
import dev.dynamoemulator.operation.item.ItemAccess;
import dev.dynamoemulator.operation.item.PutItem;
import dev.dynamoemulator.operation.item.Query;
import dev.dynamoemulator.operation.item.Scan;
import dev.dynamoemulator.operation.item.SearchVectors;
import dev.dynamoemulator.operation.item.TransactGetItems;
import dev.dynamoemulator.operation.item.TransactWriteItems;
import dev.dynamoemulator.operation.item.UpdateItem;
import dev.dynamoemulator.operation.kinesis.DescribeKinesisStreamingDestination;
import dev.dynamoemulator.operation.kinesis.DisableKinesisStreamingDestination;
import dev.dynamoemulator.operation.kinesis.EnableKinesisStreamingDestination;
import dev.dynamoemulator.operation.kinesis.UpdateKinesisStreamingDestination;
import dev.dynamoemulator.operation.partiql.BatchExecuteStatement;
import dev.dynamoemulator.operation.partiql.ExecuteStatement;
import dev.dynamoemulator.operation.partiql.ExecuteTransaction;
import dev.dynamoemulator.operation.partiql.StatementAccess;
import dev.dynamoemulator.operation.policy.DeleteResourcePolicy;
import dev.dynamoemulator.operation.policy.GetResourcePolicy;
import dev.dynamoemulator.operation.policy.PolicyAccess;
import dev.dynamoemulator.operation.policy.PutResourcePolicy;
import dev.dynamoemulator.operation.stream.StreamOperations;
import dev.dynamoemulator.operation.table.CreateTable;
import dev.dynamoemulator.operation.table.DeleteTable;
import dev.dynamoemulator.operation.table.DescribeEndpoints;
import dev.dynamoemulator.operation.table.DescribeLimits;
import dev.dynamoemulator.operation.table.DescribeTable;
import dev.dynamoemulator.operation.table.DescribeTimeToLive;
import dev.dynamoemulator.operation.table.ListTables;
import dev.dynamoemulator.operation.table.ListTagsOfResource;
import dev.dynamoemulator.operation.table.TableDescriptionWriter;
import dev.dynamoemulator.operation.table.TagResource;
import dev.dynamoemulator.operation.table.UntagResource;
import dev.dynamoemulator.operation.table.UpdateTable;
import dev.dynamoemulator.operation.table.UpdateTimeToLive;
import dev.dynamoemulator.operation.transfer.TransferOperations;
import dev.dynamoemulator.partiql.StatementCache;
import dev.dynamoemulator.policy.ResourcePolicies;
import dev.dynamoemulator.stream.Streams;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.TableLifecycle;
import dev.dynamoemulator.transfer.TransferParts;
import java.util.ArrayList;
import java.util.List;

/** Every operation that is built. */
final class Operations {

  private Operations() {}

  static List<Operation> all(
      Catalogue catalogue,
      TableLifecycle lifecycle,
      Engine engine,
      ItemAccess items,
      Streams streams,
      IdempotencyTokens tokens,
      ResourcePolicies policies,
      ContributorInsights insights,
      KinesisDestinations destinations,
      BackupParts backups,
      TransferParts transfers,
      GlobalAccess global,
      Environment environment) {
    TableDescriptionWriter descriptions =
        new TableDescriptionWriter(engine.statistics(), global.replicas(), environment);
    StatementAccess statements =
        new StatementAccess(catalogue, engine, new StatementCache(), items.limits());
    PolicyAccess policyAccess = new PolicyAccess(catalogue, streams, policies);
    List<Operation> operations = new ArrayList<>(StreamOperations.all(streams, environment));
    operations.addAll(BackupOperations.all(catalogue, backups, descriptions, environment));
    operations.addAll(TransferOperations.all(catalogue, transfers, environment));
    operations.addAll(GlobalOperations.all(global, environment));
    operations.addAll(
        List.of(
            new CreateTable(lifecycle, descriptions, policies, environment),
            new UpdateTable(catalogue, lifecycle, descriptions, global.replicas(), environment),
            new DeleteTable(catalogue, lifecycle, descriptions, global.replicas()),
            new DescribeTable(catalogue, descriptions),
            new ListTables(catalogue),
            new DescribeLimits(),
            new DescribeEndpoints(),
            new TagResource(catalogue, lifecycle),
            new UntagResource(catalogue, lifecycle),
            new ListTagsOfResource(catalogue),
            new UpdateTimeToLive(catalogue, lifecycle, global.replicas(), environment),
            new DescribeTimeToLive(catalogue),
            new PutResourcePolicy(policyAccess),
            new GetResourcePolicy(policyAccess),
            new DeleteResourcePolicy(policyAccess),
            new EnableKinesisStreamingDestination(catalogue, destinations),
            new UpdateKinesisStreamingDestination(catalogue, destinations),
            new DisableKinesisStreamingDestination(catalogue, destinations),
            new DescribeKinesisStreamingDestination(catalogue, destinations),
            new UpdateContributorInsights(catalogue, insights),
            new DescribeContributorInsights(catalogue, insights),
            new ListContributorInsights(catalogue, insights),
            new PutItem(items),
            new GetItem(items),
            new UpdateItem(items),
            new DeleteItem(items),
            new BatchGetItem(items),
            new BatchWriteItem(items),
            new Query(items),
            new Scan(items),
            new SearchVectors(items),
            new TransactWriteItems(items, tokens),
            new TransactGetItems(items),
            new ExecuteStatement(statements),
            new BatchExecuteStatement(statements),
            new ExecuteTransaction(statements, tokens)));
    return List.copyOf(operations);
  }
}
