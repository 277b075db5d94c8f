package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.policy.ResourcePolicies;
import dev.dynamoemulator.replication.TableReplicas;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.TableLifecycle;
import java.util.List;

/** The operations on tables, their tags and their time to live, and those on the account. */
public final class TableOperations {

  private TableOperations() {}

  public static List<Operation> all(
      Catalogue catalogue,
      TableLifecycle lifecycle,
      TableDescriptionWriter descriptions,
      ResourcePolicies policies,
      TableReplicas replicas,
      Environment environment) {
    return List.of(
        new CreateTable(catalogue, lifecycle, descriptions, policies, replicas, environment),
        new UpdateTable(catalogue, lifecycle, descriptions, replicas, environment),
        new DeleteTable(catalogue, lifecycle, descriptions, replicas),
        new DescribeTable(catalogue, descriptions),
        new ListTables(catalogue),
        new TagResource(catalogue, lifecycle),
        new UntagResource(catalogue, lifecycle),
        new ListTagsOfResource(catalogue),
        new UpdateTimeToLive(catalogue, lifecycle, replicas, environment),
        new DescribeTimeToLive(catalogue),
        new DescribeLimits(),
        new DescribeEndpoints());
  }
}
