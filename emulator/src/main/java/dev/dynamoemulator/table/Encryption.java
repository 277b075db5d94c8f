package dev.dynamoemulator.table;

/**
 * Encryption with a KMS key other than the one that the service owns.
 *
 * @param keyArn the ARN of the key
 */
public record Encryption(Status status, String keyArn) {

  /** The states that responses show. */
  public enum Status {
    ENABLED,
    /** On the way to another key. */
    UPDATING,
    /** On the way back to the key that the service owns; shown as UPDATING. */
    DISABLING
  }

  public static Encryption enabled(String keyArn) {
    return new Encryption(Status.ENABLED, keyArn);
  }

  /** On the way back to the key that the service owns. */
  public Encryption disabling() {
    return new Encryption(Status.DISABLING, keyArn);
  }

  /** What it becomes when the update is complete: null for the key that the service owns. */
  Encryption settled() {
    return status == Status.DISABLING ? null : enabled(keyArn);
  }
}
