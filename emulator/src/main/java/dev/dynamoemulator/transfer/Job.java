package dev.dynamoemulator.transfer;

import dev.dynamoemulator.model.Namespace;

/** An export or an import. */
public interface Job {

  /** Such as {@code 01234567890123-a1b2c3d4}, unique among jobs of its kind. */
  String id();

  Namespace owner();

  String tableName();

  ClientToken token();

  Progress progress();

  /** In the caller's account and region. */
  String arn(Namespace caller);

  byte[] encode();
}
