package dev.dynamoemulator.operation;

import dev.dynamoemulator.shape.TableNames;
import java.util.List;

/**
 * An operation of the API. Stateless and thread-safe.
 *
 * <p>A request passes two halves: {@link #check} sees the request alone, the {@link Call} that it
 * returns looks up tables and does the work.
 */
public interface Operation {

  /** The name in {@code X-Amz-Target}. */
  String name();

  /**
   * Checks what can be checked without looking at a table, in DynamoDB's order, and parses what the
   * call needs.
   */
  Call check(Request request);

  /**
   * The tables that a request names, as names or ARNs; in a transaction that of each element. Asked
   * only when something depends on it.
   */
  default List<String> tableNames(Request request) {
    return TableNames.of(request.input());
  }

  /** Whether a request reads items and writes none. Asked as rarely. */
  default boolean readsItems(Request request) {
    return false;
  }

  /**
   * Whether its calls are over within microseconds, waiting for nothing but short locks: then they
   * may run on a thread that serves many connections, which spares handing each to another.
   */
  default boolean isBrief() {
    return false;
  }

  /**
   * Whether the newer wording puts {@code 1 validation error detected: } before the faults that
   * {@link #check} finds (protocol.md §8).
   */
  default boolean prefixesRequestFaults() {
    return false;
  }
}
