package dev.dynamoemulator.shape;

import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.Wording;
import dev.dynamoemulator.shape.Shape.Bounds;
import java.util.ArrayList;
import java.util.List;

/** Collects the constraint failures of one request, as many as the service reports. */
final class Failures {

  private static final int MOST_REPORTED = 10;

  private final Wording wording;
  private final List<String> failures = new ArrayList<>(0);

  Failures(Wording wording) {
    this.wording = wording;
  }

  /**
   * @param value null when it is missing
   */
  void add(Object value, Path path, String constraint) {
    if (!isFull()) {
      String shown = value == null ? "null" : "'" + ValueDump.of(value, wording) + "'";
      failures.add(ShapeErrors.failure(shown, path.toString(), constraint));
    }
  }

  /** Adds a failure when the length of the value is out of bounds. */
  void addLength(int length, Bounds bounds, Object value, Path path) {
    if (length < bounds.min()) {
      add(value, path, ShapeErrors.lengthAtLeast(bounds.min()));
    } else if (length > bounds.max()) {
      add(value, path, ShapeErrors.lengthAtMost(bounds.max()));
    }
  }

  int count() {
    return failures.size();
  }

  boolean isFull() {
    return failures.size() == MOST_REPORTED;
  }

  /**
   * @throws DynamoDbException ValidationException, when there are failures
   */
  void raise() {
    if (!failures.isEmpty()) {
      throw ShapeErrors.failures(failures);
    }
  }
}
