package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.shape.Struct;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The member {@code GlobalSecondaryIndexUpdates} of a request, by kind and each in the order given.
 *
 * @param changed indexes whose capacity is to change
 * @param deleted the names of indexes to delete
 */
record IndexUpdates(
    List<IndexDefinition> created, List<IndexCapacityRequest> changed, List<String> deleted) {

  /**
   * Reads the member, which may be absent, and refuses what no table could do (tables.md §6.1), one
   * update after the other (dynalite; DynamoDB Local, too).
   */
  static IndexUpdates checked(Struct input) {
    IndexUpdates updates =
        new IndexUpdates(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    List<Struct> elements = input.structs("GlobalSecondaryIndexUpdates");
    if (elements != null) {
      Set<String> names = new HashSet<>();
      for (Struct element : elements) {
        checkHasAction(element);
        checkIndexesAreNew(element, names);
        updates.add(element);
      }
    }
    return updates;
  }

  private static void checkHasAction(Struct update) {
    if (!update.has("Update") && !update.has("Create") && !update.has("Delete")) {
      throw UpdateTableErrors.indexUpdateWithoutAction();
    }
  }

  /**
   * @param names the indexes of the updates before this one, to which it adds its own
   */
  private static void checkIndexesAreNew(Struct update, Set<String> names) {
    for (String action : List.of("Update", "Create", "Delete")) {
      String name = update.has(action) ? update.struct(action).string("IndexName") : null;
      if (name != null && !names.add(name)) {
        throw UpdateTableErrors.indexNamedTwice(name);
      }
    }
  }

  private void add(Struct update) {
    if (update.has("Create")) {
      created.add(IndexDefinition.global(update.struct("Create")));
    }
    if (update.has("Update")) {
      changed.add(IndexCapacityRequest.of(update.struct("Update")));
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
