package dev.dynamoemulator.kinesis;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Where records go. Thread-safe. */
interface Sink {

  /**
   * Takes records of one stream.
   *
   * @return how many of them, from the first one on, are safe there; fails when it cannot be
   *     reached
   */
  CompletableFuture<Integer> put(String streamArn, List<KinesisRecord> records);

  /**
   * Whether the stream can be used.
   *
   * @return what is wrong with it; empty when nothing is; fails when that cannot be found out
   */
  default CompletableFuture<String> problem(String streamArn) {
    return CompletableFuture.completedFuture("");
  }

  /** The name of the stream in its ARN, whose resource is {@code stream/<name>}. */
  static String streamName(String streamArn) {
    return streamArn.substring(streamArn.indexOf('/') + 1);
  }
}
