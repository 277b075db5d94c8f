package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.replication.GlobalTable;
import dev.dynamoemulator.replication.TableReplicas;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableDescription;
import dev.dynamoemulator.table.TableLifecycle;
import dev.dynamoemulator.table.TableState;
import dev.dynamoemulator.table.TimeToLive;
import java.time.Duration;
import java.time.Instant;

/** Switches time to live on or off (tables.md §11). */
public final class UpdateTimeToLive implements Operation {

  /** How long the service takes to apply a change, and refuses the next one. */
  private static final Duration INTERVAL = Duration.ofHours(1);

  private final Catalogue catalogue;
  private final TableLifecycle lifecycle;
  private final TableReplicas replicas;
  private final Environment environment;

  public UpdateTimeToLive(
      Catalogue catalogue,
      TableLifecycle lifecycle,
      TableReplicas replicas,
      Environment environment) {
    this.catalogue = catalogue;
    this.lifecycle = lifecycle;
    this.replicas = replicas;
    this.environment = environment;
  }

  @Override
  public String name() {
    return "UpdateTimeToLive";
  }

  @Override
  public Call check(Request request) {
    Struct specification = request.input().struct("TimeToLiveSpecification");
    boolean enable = specification.isTrue("Enabled");
    String attributeName = specification.string("AttributeName");
    return () -> update(request, enable, attributeName);
  }

  private Reply update(Request request, boolean enable, String attributeName) {
    Table table =
        catalogue.tableInAnyState(request.namespace(), request.input().string("TableName"));
    checkConsistency(table);
    TableDescription updated =
        lifecycle.update(table, current -> updated(current, enable, attributeName));
    replicas.synchronise(table, updated.timeToLive());
    return out ->
        out.object(
            "TimeToLiveSpecification",
            specification -> {
              specification.bool("Enabled", enable);
              specification.string("AttributeName", attributeName);
            });
  }

  private void checkConsistency(Table table) {
    GlobalTable globalTable = replicas.of(table.namespace(), table.name());
    if (globalTable != null && globalTable.isStrong()) {
      throw UpdateTableErrors.strongTableWithTimeToLive();
    }
  }

  private TableDescription updated(TableDescription table, boolean enable, String attributeName) {
    Instant now = environment.now();
    TimeToLive current = table.timeToLive();
    TableState.checkUsable(table);
    checkSameAttribute(current, attributeName);
    checkChanges(current, enable);
    checkInterval(current, now);
    TimeToLive next = enable ? TimeToLive.enabling(attributeName, now) : current.disabling(now);
    return table.with().timeToLive(next).build();
  }

  private static void checkSameAttribute(TimeToLive current, String attributeName) {
    if (current.isOn() && !current.attributeName().equals(attributeName)) {
      throw TimeToLiveErrors.activeOnOtherAttribute(current.attributeName());
    }
  }

  private static void checkChanges(TimeToLive current, boolean enable) {
    if (enable && current.isOn()) {
      throw TimeToLiveErrors.alreadyEnabled();
    }
    if (!enable && !current.isOn()) {
      throw TimeToLiveErrors.alreadyDisabled();
    }
  }

  private static void checkInterval(TimeToLive current, Instant now) {
    if (current.changed() != null && now.isBefore(current.changed().plus(INTERVAL))) {
      throw TimeToLiveErrors.modifiedRecently();
    }
  }
}
