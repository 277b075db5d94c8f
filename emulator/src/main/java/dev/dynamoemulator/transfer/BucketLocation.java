package dev.dynamoemulator.transfer;

/**
 * A place in a bucket.
 *
 * @param owner null when the request names none
 * @param prefix of keys; null when the request names none
 */
public record BucketLocation(String bucket, String owner, String prefix) {

  /** The key of something below the prefix. */
  String key(String name) {
    if (prefix == null || prefix.isEmpty()) {
      return name;
    }
    return prefix.endsWith("/") ? prefix + name : prefix + "/" + name;
  }

  /** How the keys of what is below the prefix begin. */
  String keyPrefix() {
    return prefix == null ? "" : prefix;
  }
}
