package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.policy.PolicyDocument;
import dev.dynamoemulator.policy.PolicyResource;
import dev.dynamoemulator.policy.ResourcePolicies;
import dev.dynamoemulator.replication.GlobalTable;
import dev.dynamoemulator.replication.TableReplicas;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableDescription;
import dev.dynamoemulator.table.TableDescriptionBuilder;
import dev.dynamoemulator.table.TableLifecycle;
import java.util.concurrent.atomic.AtomicReference;

/** Adds a table with its indexes (tables.md §3). */
public final class CreateTable implements Operation {

  private final Catalogue catalogue;
  private final TableLifecycle lifecycle;
  private final TableDescriptionWriter descriptions;
  private final ResourcePolicies policies;
  private final Environment environment;
  private final AccountReplica.Parts replicas;

  public CreateTable(
      Catalogue catalogue,
      TableLifecycle lifecycle,
      TableDescriptionWriter descriptions,
      ResourcePolicies policies,
      TableReplicas replicas,
      Environment environment) {
    this.replicas = new AccountReplica.Parts(catalogue, lifecycle, replicas, environment);
    this.catalogue = catalogue;
    this.lifecycle = lifecycle;
    this.policies = policies;
    this.descriptions = descriptions;
    this.environment = environment;
  }

  @Override
  public String name() {
    return "CreateTable";
  }

  @Override
  public Call check(Request request) {
    Call creation = creation(request);
    catalogue.checkReach(request.namespace(), request.input().string("TableName"));
    return creation;
  }

  private Call creation(Request request) {
    Struct input = request.input();
    TableSettings.checkNewSettingsReplication(input);
    if (AccountReplica.isMeant(input)) {
      AccountReplica replica = AccountReplica.checked(request);
      PolicyDocument policy = policy(request, replica.source().tableName());
      return () -> create(request.namespace(), replica, policy);
    }
    TableDefinition table = TableDefinition.of(input);
    NewTableChecks.checkDefinition(table);
    TableSettings settings = TableSettings.checked(input);
    CapacityChecks.checkNewCapacities(table);
    PolicyDocument policy = policy(request, table.name());
    return () -> create(request.namespace(), table, settings, policy);
  }

  /** The member {@code ResourcePolicy}, or null when it is absent. */
  private static PolicyDocument policy(Request request, String tableName) {
    String text = request.input().string("ResourcePolicy");
    return text == null
        ? null
        : PolicyDocument.checked(
            text, PolicyResource.newTable(tableName, request.namespace()), false);
  }

  private Reply create(
      Namespace namespace, TableDefinition table, TableSettings settings, PolicyDocument policy) {
    TableDescription creating = describe(namespace, table, settings);
    policies.createTable(creating.id(), policy, () -> lifecycle.create(namespace, creating));
    return out -> descriptions.write(out, "TableDescription", namespace, creating);
  }

  private Reply create(Namespace namespace, AccountReplica replica, PolicyDocument policy) {
    Table source = replica.sourceTable(replicas);
    TableDescription creating = replica.describe(replicas, source, namespace);
    AtomicReference<GlobalTable> begun = new AtomicReference<>();
    policies.createTable(
        creating.id(),
        policy,
        () -> begun.set(replica.create(replicas, source, namespace, creating)));
    return out -> descriptions.write(out, "TableDescription", namespace, creating, begun.get());
  }

  private TableDescription describe(
      Namespace namespace, TableDefinition table, TableSettings settings) {
    TableDescriptionBuilder creating = table.toBuilder(environment.ids(), environment.now());
    settings.applyTo(creating, namespace, environment.ids());
    if (settings.enablesStream()) {
      creating.stream(lifecycle.newStream(settings.stream().viewType()));
    }
    return creating.build();
  }
}
