package dev.dynamoemulator.table;

import dev.dynamoemulator.environment.Ids;
import dev.dynamoemulator.model.Namespace;

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

  /**
   * The ARN of the key that a request names by its id, its ARN or an alias. An alias stands for one
   * key of the account and region, whose id is made from its name.
   */
  public static String keyArn(String key, Namespace owner, Ids ids) {
    if (key.startsWith("arn:")) {
      return key;
    }
    String prefix =
        "arn:" + owner.partition() + ":kms:" + owner.region() + ":" + owner.account() + ":";
    String id = key.startsWith("alias/") ? ids.uuid(prefix + key) : key;
    return prefix + "key/" + id;
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
