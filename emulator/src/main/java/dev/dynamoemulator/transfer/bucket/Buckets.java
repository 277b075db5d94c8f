package dev.dynamoemulator.transfer.bucket;

import java.io.InputStream;
import java.util.List;

/**
 * Buckets of objects, as far as exports and imports need them. Every method fails with a {@link
 * BucketException} when there is no such bucket or it cannot be used. Thread-safe.
 */
public interface Buckets {

  /**
   * Stores an object, in place of one that is there.
   *
   * @return its entity tag, without quotes
   */
  String put(Bucket bucket, String key, byte[] content);

  /** The objects whose keys begin like that, in the order of their keys. */
  List<StoredObject> list(Bucket bucket, String prefix);

  /** The content of an object, to be closed by the caller. Reading it may fail like all else. */
  InputStream get(Bucket bucket, String key);
}
