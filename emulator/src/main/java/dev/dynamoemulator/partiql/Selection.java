package dev.dynamoemulator.partiql;

import dev.dynamoemulator.expression.Path;
import dev.dynamoemulator.expression.PathElement;
import dev.dynamoemulator.expression.Projection;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Attributes;
import dev.dynamoemulator.model.Item;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The paths of a SELECT list. The result is flat: each value goes by the last step of its path
 * (partiql.md §4.2), unlike that of a {@link Projection}. Immutable.
 */
public final class Selection {

  private final Map<String, Path> paths = new LinkedHashMap<>();
  private final Projection projection;

  Selection(List<Path> paths) {
    for (Path path : paths) {
      String name = name(path);
      if (this.paths.put(name, path) != null) {
        throw GrammarErrors.duplicateIdentifiers(name);
      }
    }
    this.projection = Projection.ofStatement(paths);
  }

  /** Whole attributes. */
  static Selection of(Set<String> attributes) {
    return new Selection(attributes.stream().map(Path::of).toList());
  }

  /** {@code a.b[0]} goes by {@code b[0]}. */
  private static String name(Path path) {
    String name = path.attribute();
    StringBuilder positions = new StringBuilder();
    for (PathElement element : path.rest()) {
      if (element instanceof PathElement.Name step) {
        name = step.name();
        positions.setLength(0);
      } else {
        positions.append(element);
      }
    }
    return name + positions;
  }

  /** What the item has of the selected; empty when it has nothing of it. */
  public Item apply(Attributes item) {
    Map<String, AttributeValue> selected = new LinkedHashMap<>();
    paths.forEach(
        (name, path) -> {
          AttributeValue value = path.value(item);
          if (value != null) {
            selected.put(name, value);
          }
        });
    return Item.of(selected);
  }

  /** The same paths for checks against a table. */
  Projection projection() {
    return projection;
  }
}
