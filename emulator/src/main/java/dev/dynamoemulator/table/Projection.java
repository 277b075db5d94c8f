package dev.dynamoemulator.table;

import java.util.List;

/**
 * The attributes that an index holds.
 *
 * @param nonKeyAttributes the listed names; empty unless the type is INCLUDE
 */
public record Projection(ProjectionType type, List<String> nonKeyAttributes) {

  public static final Projection ALL = new Projection(ProjectionType.ALL, List.of());

  public Projection {
    nonKeyAttributes = List.copyOf(nonKeyAttributes);
  }
}
