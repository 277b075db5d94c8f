package dev.dynamoemulator.environment;

/** The two halves of the generator SplitMix64, for numbers that must repeat themselves. */
public final class SplitMix64 {

  /** What the state of a sequence grows by: the golden ratio in 64 bits. */
  public static final long STEP = 0x9E3779B97F4A7C15L;

  private SplitMix64() {}

  /** The number that belongs to a state: a bijection that spreads every bit over all. */
  public static long mixed(long state) {
    long mixed = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }
}
