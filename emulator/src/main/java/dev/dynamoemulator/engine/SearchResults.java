package dev.dynamoemulator.engine;

import dev.dynamoemulator.model.Item;
import java.util.List;

/**
 * What a vector search found.
 *
 * @param matches the best first
 * @param bytes how much of the index was read
 */
public record SearchResults(List<Match> matches, long bytes) {

  /**
   * One item.
   *
   * @param attributes the projected ones, without the vector
   * @param vector as the index holds it
   */
  public record Match(float score, Item attributes, float[] vector) {}
}
