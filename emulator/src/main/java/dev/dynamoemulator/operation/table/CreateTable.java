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
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.DeletionProtection;
import dev.dynamoemulator.table.TableClassSummary;
import dev.dynamoemulator.table.TableDescription;
import dev.dynamoemulator.table.TableDescriptionBuilder;
import dev.dynamoemulator.table.TableLifecycle;
import java.util.List;

/** Adds a table with its indexes (tables.md §3). */
public final class CreateTable implements Operation {

  private final TableLifecycle lifecycle;
  private final TableDescriptionWriter descriptions;
  private final ResourcePolicies policies;
  private final Environment environment;

  public CreateTable(
      TableLifecycle lifecycle,
      TableDescriptionWriter descriptions,
      ResourcePolicies policies,
      Environment environment) {
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
    Struct input = request.input();
    EmulatedFeatures.checkAbsent(input, "GlobalTableSourceArn");
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

  private TableDescription describe(
      Namespace namespace, TableDefinition table, TableSettings settings) {
    TableDescriptionBuilder creating =
        table.toBuilder(environment.ids(), environment.now()).tags(settings.tags());
    creating.deletionProtection(new DeletionProtection(settings.deletionProtection(), null));
    if (settings.enablesStream()) {
      creating.stream(lifecycle.newStream(settings.stream().viewType()));
    }
    if (settings.encryption() != null) {
      creating.encryption(settings.encryption().toEncryption(namespace, environment.ids()));
    }
    if (settings.tableClass() != null) {
      creating.tableClass(new TableClassSummary(settings.tableClass(), List.of()));
    }
    return creating.build();
  }
}
