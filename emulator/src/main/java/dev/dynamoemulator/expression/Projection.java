package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Attributes;
import dev.dynamoemulator.model.Item;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A selection of document paths. Paths that share a parent merge, selected list elements close up
 * in their original order, and paths that lead nowhere leave nothing (expressions.md §7).
 * Immutable.
 */
public final class Projection {

  private final List<Path> paths;
  private final Map<String, Part> attributes = new LinkedHashMap<>();

  private Projection(List<Path> paths) {
    this.paths = List.copyOf(paths);
    for (Path path : this.paths) {
      Part part = attributes.computeIfAbsent(path.attribute(), name -> new Part());
      for (PathElement element : path.rest()) {
        part = part.below(element);
      }
      part.isWhole = true;
    }
  }

  /**
   * Selects the paths of a PartiQL statement.
   *
   * @throws dev.dynamoemulator.model.DynamoDbException when one leads through another
   */
  public static Projection ofStatement(List<Path> paths) {
    DocumentPaths.checkDistinct(ExpressionOrigin.STATEMENT, paths);
    return new Projection(paths);
  }

  /** Selects the paths; where they overlap the longer ones add nothing. */
  public static Projection of(List<Path> paths) {
    return new Projection(paths);
  }

  /**
   * The legacy parameter AttributesToGet: literal top-level names (legacy.md §7).
   *
   * @throws dev.dynamoemulator.model.DynamoDbException when a name is empty, too long or given
   *     twice
   */
  public static Projection ofAttributesToGet(List<String> names) {
    Set<String> seen = new LinkedHashSet<>();
    for (String name : names) {
      LegacyValues.checkName(name);
      if (!seen.add(name)) {
        throw LegacyErrors.duplicateAttributeToGet(name);
      }
    }
    return new Projection(seen.stream().map(Path::of).toList());
  }

  /** The selected paths in the order written. */
  public List<Path> paths() {
    return paths;
  }

  /** The top-level attributes that the projection reads, in the order of their appearance. */
  public Set<String> attributeNames() {
    return Collections.unmodifiableSet(attributes.keySet());
  }

  /** The selected parts; empty when the item has none of them. */
  public Item apply(Attributes item) {
    Map<String, AttributeValue> selected = new LinkedHashMap<>();
    attributes.forEach(
        (name, part) -> {
          AttributeValue value = part.select(item.get(name));
          if (value != null) {
            selected.put(name, value);
          }
        });
    return Item.of(selected);
  }

  /** What is selected of one value: all of it, or some entries or elements. */
  private static final class Part {
    private boolean isWhole;
    private final Map<String, Part> entries = new LinkedHashMap<>();
    private final TreeMap<Integer, Part> elements = new TreeMap<>();

    Part below(PathElement element) {
      return element instanceof PathElement.Name entry
          ? entries.computeIfAbsent(entry.name(), name -> new Part())
          : elements.computeIfAbsent(((PathElement.Index) element).index(), position -> new Part());
    }

    /** Null when nothing of the value is selected. Goes no deeper than the value itself. */
    AttributeValue select(AttributeValue value) {
      if (isWhole) {
        return value;
      }
      if (value instanceof AttributeValue.M map) {
        Map<String, AttributeValue> selected = new LinkedHashMap<>();
        entries.forEach(
            (name, part) -> {
              AttributeValue entry = part.select(map.entries().get(name));
              if (entry != null) {
                selected.put(name, entry);
              }
            });
        return selected.isEmpty() ? null : new AttributeValue.M(selected);
      }
      if (value instanceof AttributeValue.L list) {
        List<AttributeValue> selected = new ArrayList<>();
        for (Map.Entry<Integer, Part> element :
            elements.headMap(list.elements().size()).entrySet()) {
          AttributeValue part = element.getValue().select(list.elements().get(element.getKey()));
          if (part != null) {
            selected.add(part);
          }
        }
        return selected.isEmpty() ? null : new AttributeValue.L(selected);
      }
      return null;
    }
  }
}
