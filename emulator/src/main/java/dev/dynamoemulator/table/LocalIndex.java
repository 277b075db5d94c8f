package dev.dynamoemulator.table;

/** A local secondary index as it was defined with its table. */
public record LocalIndex(String name, KeySchema key, Projection projection, String collection) {

  IndexSchema schema() {
    return new IndexSchema(name, false, key, projection, collection, true);
  }
}
