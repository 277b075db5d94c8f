package dev.dynamoemulator.table;

/**
 * An attribute that a search may ask for.
 *
 * @param isHash whether it partitions the index, so that every search must; else it filters
 */
public record SearchAttribute(KeyAttribute attribute, boolean isHash) {

  public String name() {
    return attribute.name();
  }
}
