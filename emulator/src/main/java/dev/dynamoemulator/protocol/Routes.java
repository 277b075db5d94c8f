package dev.dynamoemulator.protocol;

import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.shape.ShapeTable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The operations by what {@code X-Amz-Target} calls them. Immutable. */
final class Routes {

  private final Map<String, Operation> byTarget;

  /**
   * @param operations by their names
   */
  Routes(Map<String, Operation> operations) {
    Set<String> ofStreams = ShapeTable.standard().operations(ShapeTable.STREAMS);
    Map<String, Operation> targets = new HashMap<>();
    operations.forEach(
        (name, operation) -> {
          String prefix = ofStreams.contains(name) ? ShapeTable.STREAMS : ShapeTable.DYNAMODB;
          targets.put(prefix + "." + name, operation);
        });
    this.byTarget = targets;
  }

  /** The operation, or null when the target is missing, malformed or unknown. */
  Operation find(String target) {
    return target == null ? null : byTarget.get(target);
  }
}
