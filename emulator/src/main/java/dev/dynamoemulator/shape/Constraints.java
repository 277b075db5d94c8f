package dev.dynamoemulator.shape;

import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.Wording;

/**
 * Checks a decoded request against the constraints of its shape: required members, lengths, ranges,
 * patterns and enums (protocol.md §6).
 *
 * <p>The model says what is constrained; {@link Reporting} and {@link SoleFaults} say how the
 * service reports it.
 */
public final class Constraints {

  private Constraints() {}

  /**
   * @param operation the name in {@code X-Amz-Target}
   * @throws DynamoDbException ValidationException that names up to ten failures
   */
  public static void check(Struct input, String operation, Wording wording) {
    SoleFaults.checkFirst(input, operation, wording);
    Failures failures = new Failures(wording);
    input.shape().rule().check(input, null, failures);
    failures.raise();
    SoleFaults.checkLast(input, operation, wording);
  }
}
