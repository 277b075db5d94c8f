package dev.dynamoemulator.stream;

/**
 * The number of a record: the generation of its shard, then the record's place among all of the
 * stream in 20 digits. So it has the service's form and length, rises along a shard and from a
 * shard to its children, and occurs once in a stream (streams.md §5.2).
 *
 * @param generation 1 for the first shards, one more for their children, and so on
 */
public record SequenceNumber(int generation, long counter) {

  private static final int COUNTER_DIGITS = 20;
  private static final String ZEROS = "0".repeat(COUNTER_DIGITS);

  /** The number that the text shows; null when no record could have it. */
  public static SequenceNumber parse(String text) {
    int split = text.length() - COUNTER_DIGITS;
    if (split < 1 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return null;
    }
    try {
      return new SequenceNumber(
          Integer.parseInt(text.substring(0, split)), Long.parseLong(text.substring(split)));
    } catch (NumberFormatException tooLarge) {
      return null;
    }
  }

  @Override
  public String toString() {
    String digits = Long.toString(counter);
    return generation + ZEROS.substring(digits.length()) + digits;
  }
}
