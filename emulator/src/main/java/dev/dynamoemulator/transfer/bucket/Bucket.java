package dev.dynamoemulator.transfer.bucket;

/**
 * A bucket as a job uses it. What is beyond its name matters to an S3 API only.
 *
 * @param owner the account that has to own it; null for any
 * @param encryption of the objects that are put there, AES256 or KMS; null for the bucket's own
 * @param encryptionKey null for the one that belongs to the account
 */
public record Bucket(String name, String owner, String encryption, String encryptionKey) {

  /** One to read from. */
  public static Bucket ownedBy(String owner, String name) {
    return new Bucket(name, owner, null, null);
  }
}
