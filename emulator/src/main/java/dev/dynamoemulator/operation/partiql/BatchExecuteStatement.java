package dev.dynamoemulator.operation.partiql;

import dev.dynamoemulator.engine.ConsumedCapacity;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.operation.item.CapacityReport;
import dev.dynamoemulator.partiql.StatementErrors;
import dev.dynamoemulator.shape.Struct;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Carries out up to 25 statements, each by itself (partiql.md §7.1). */
public final class BatchExecuteStatement implements Operation {

  private final StatementAccess access;

  public BatchExecuteStatement(StatementAccess access) {
    this.access = access;
  }

  @Override
  public String name() {
    return "BatchExecuteStatement";
  }

  @Override
  public List<String> tableNames(Request request) {
    return StatementTables.of(access, request.input().structs("Statements"));
  }

  /** Statements of both kinds are not mixed. */
  @Override
  public boolean readsItems(Request request) {
    return request.input().structs("Statements").stream()
        .map(statement -> new BatchSlot(access, statement))
        .anyMatch(BatchSlot::isRead);
  }

  @Override
  public Call check(Request request) {
    List<BatchSlot> slots = new ArrayList<>();
    for (Struct statement : request.input().structs("Statements")) {
      slots.add(new BatchSlot(access, statement));
    }
    if (slots.stream().anyMatch(BatchSlot::isRead) && slots.stream().anyMatch(BatchSlot::isWrite)) {
      throw StatementErrors.mixedBatch();
    }
    return () -> execute(request, slots);
  }

  private Reply execute(Request request, List<BatchSlot> slots) {
    slots.forEach(slot -> slot.prepare(request.namespace()));
    checkWritesAreDistinct(slots);
    slots.forEach(BatchSlot::execute);
    Map<String, ConsumedCapacity> capacities = new LinkedHashMap<>();
    slots.forEach(slot -> slot.addCapacity(capacities));
    return out -> {
      out.objects("Responses", slots, (place, slot) -> slot.write(place));
      CapacityReport.of(request.input()).writeAll(out, capacities);
    };
  }

  private static void checkWritesAreDistinct(List<BatchSlot> slots) {
    Set<BatchSlot.ItemName> written = new HashSet<>();
    for (BatchSlot slot : slots) {
      BatchSlot.ItemName item = slot.writtenItem();
      if (item != null && !written.add(item)) {
        throw StatementErrors.duplicateItemInBatch();
      }
    }
  }
}
