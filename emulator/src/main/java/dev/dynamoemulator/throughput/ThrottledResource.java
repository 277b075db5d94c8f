package dev.dynamoemulator.throughput;

/**
 * A table or index that has no capacity left for a kind of access.
 *
 * @param arn of the table or index
 */
public record ThrottledResource(String arn, boolean isIndex, boolean isWrite) {

  /** The reason's first two parts, such as {@code TableRead}. */
  String scope() {
    return (isIndex ? "Index" : "Table") + (isWrite ? "Write" : "Read");
  }
}
