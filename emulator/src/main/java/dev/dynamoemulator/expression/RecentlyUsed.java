package dev.dynamoemulator.expression;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A bounded memory of what was computed for a text. Keeps two generations: when the younger is full
 * it becomes the older, and what was not asked for since the last such turn is forgotten. Readers
 * never wait.
 *
 * <p>Thread-safe; threads that meet may compute the same value twice.
 */
public final class RecentlyUsed<V> {

  private record Generations<V>(Map<String, V> younger, Map<String, V> older) {}

  private final int capacity;
  private final Function<String, V> function;
  private volatile Generations<V> generations =
      new Generations<>(new ConcurrentHashMap<>(), Map.of());

  /**
   * @param capacity entries of one generation
   */
  public RecentlyUsed(int capacity, Function<String, V> function) {
    this.capacity = capacity;
    this.function = function;
  }

  /** The value for the text. What the function throws is passed on and not remembered. */
  public V get(String text) {
    Generations<V> now = generations;
    V value = now.younger().get(text);
    if (value == null) {
      value = now.older().get(text);
      if (value == null) {
        value = function.apply(text);
      }
      remember(text, value);
    }
    return value;
  }

  private synchronized void remember(String text, V value) {
    if (generations.younger().size() >= capacity) {
      generations = new Generations<>(new ConcurrentHashMap<>(), generations.younger());
    }
    generations.younger().put(text, value);
  }

  int size() {
    Generations<V> now = generations;
    return now.younger().size() + now.older().size();
  }
}
