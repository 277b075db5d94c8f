package dev.dynamoemulator.model;

/**
 * The generation of the service's message texts. The regions are moving from one request framework
 * to another; protocol.md §8 lists every text that differs.
 */
public enum Wording {
  /** The newer framework, which the large regions answer with since 2026. The default. */
  NEWER,
  /** The wording of before 2026. */
  OLDER;

  /** Picks the text of this generation. */
  public String choose(String newer, String older) {
    return this == NEWER ? newer : older;
  }
}
