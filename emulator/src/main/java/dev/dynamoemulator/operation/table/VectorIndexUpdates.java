package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.shape.Struct;
import java.util.ArrayList;
import java.util.List;

/**
 * The member {@code VectorIndexUpdates} of a request, by kind and each in the order given.
 *
 * @param deleted the names of indexes to delete
 */
record VectorIndexUpdates(List<VectorIndexRequest> created, List<String> deleted) {

  /** Reads the member, which may be absent, and refuses what no table could do. */
  static VectorIndexUpdates checked(Struct input) {
    VectorIndexUpdates updates = new VectorIndexUpdates(new ArrayList<>(), new ArrayList<>());
    List<Struct> elements = input.structs("VectorIndexUpdates");
    if (elements != null) {
      elements.forEach(VectorIndexUpdates::checkHasAction);
      elements.forEach(updates::add);
      AttributeDefinitions definitions = AttributeDefinitions.of(input);
      updates.created.forEach(index -> VectorIndexChecks.checkDefinition(index, definitions));
    }
    return updates;
  }

  private static void checkHasAction(Struct update) {
    if (!update.has("Create") && !update.has("Delete")) {
      throw VectorIndexErrors.updateWithoutAction();
    }
  }

  private void add(Struct update) {
    if (update.has("Create")) {
      created.add(VectorIndexRequest.of(update.struct("Create")));
    }
    if (update.has("Delete")) {
      deleted.add(update.struct("Delete").string("IndexName"));
    }
  }

  /** How many indexes come or go. */
  int comingAndGoing() {
    return created.size() + deleted.size();
  }
}
