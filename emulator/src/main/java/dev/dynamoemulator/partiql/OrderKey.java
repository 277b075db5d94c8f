package dev.dynamoemulator.partiql;

import dev.dynamoemulator.expression.Path;

/** One key of an ORDER BY clause. */
record OrderKey(Path path, boolean isDescending) {

  boolean isOn(String attribute) {
    return !path.isNested() && path.attribute().equals(attribute);
  }
}
