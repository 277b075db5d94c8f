package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Attributes;
import dev.dynamoemulator.model.Item;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An update ready to be made: names and values are in place and all static checks done.
 * UpdateExpression, AttributeUpdates and PartiQL all compile to it. Immutable.
 */
public final class Update {

  /** The update without actions, which creates an item that holds only the key. */
  public static final Update NONE = new Update(List.of());

  private final List<UpdateAction> actions;

  private Update(List<UpdateAction> actions) {
    this.actions = List.copyOf(actions);
  }

  /**
   * @param actions in the order written; no target may lead to or through another
   */
  public static Update of(List<UpdateAction> actions) {
    return new Update(actions);
  }

  /**
   * The update of a PartiQL statement, which has no parameter to name in messages.
   *
   * @throws dev.dynamoemulator.model.DynamoDbException when a target leads to or through another
   */
  public static Update ofStatement(List<UpdateAction> actions) {
    DocumentPaths.checkDistinct(
        ExpressionOrigin.STATEMENT, actions.stream().map(UpdateAction::target).toList());
    return of(actions);
  }

  public List<UpdateAction> actions() {
    return actions;
  }

  /**
   * Makes the item that the update of a missing one creates. There is nothing to remove, so
   * removals do nothing, not even miss the map that should hold their target (Alternator's
   * test_nested_attribute_remove_from_missing_item, which passes on DynamoDB), and by themselves
   * create nothing (legacy.md §5.2).
   *
   * @return null when no item comes into being
   * @throws dev.dynamoemulator.model.DynamoDbException as {@link #apply}
   */
  public Item create(Item key) {
    List<UpdateAction> creating = actions.stream().filter(action -> !action.removes()).toList();
    return creating.isEmpty() && !actions.isEmpty() ? null : apply(creating, key);
  }

  /**
   * Makes the update: every value is computed from the item as given, then all changes are made at
   * once.
   *
   * @throws dev.dynamoemulator.model.DynamoDbException for the faults of expressions.md §8.4 and
   *     for a result with more than 32 levels; not for its size, nor for its index keys
   */
  public Item apply(Item item) {
    return apply(actions, item);
  }

  private static Item apply(List<UpdateAction> actions, Item item) {
    AttributeValue[] values = new AttributeValue[actions.size()];
    for (int i = 0; i < values.length; i++) {
      if (actions.get(i) instanceof UpdateAction.Set set) {
        values[i] = set.value().evaluate(item);
      }
    }
    ItemChanges changes = new ItemChanges();
    for (int i = 0; i < values.length; i++) {
      UpdateAction action = actions.get(i);
      checkParent(action.target(), item);
      AttributeValue value = newValue(action, values[i], item);
      checkNesting(action.target(), value);
      changes.put(action.target(), value);
    }
    return changes.applyTo(item);
  }

  private static AttributeValue newValue(
      UpdateAction action, AttributeValue assigned, Attributes item) {
    if (action instanceof UpdateAction.Add add) {
      return add.sum(add.target().value(item));
    }
    if (action instanceof UpdateAction.Delete delete) {
      return delete.difference(delete.target().value(item));
    }
    return assigned;
  }

  private static void checkParent(Path target, Attributes item) {
    if (!target.isNested()) {
      return;
    }
    AttributeValue parent = target.parent(item);
    boolean fits =
        target.rest().get(target.rest().size() - 1) instanceof PathElement.Name
            ? parent instanceof AttributeValue.M
            : parent instanceof AttributeValue.L;
    if (!fits) {
      throw EvaluationErrors.invalidDocumentPath();
    }
  }

  private static void checkNesting(Path target, AttributeValue value) {
    if (value != null
        && AttributeValues.isDeeperThan(AttributeValues.LEVELS - target.rest().size(), value)) {
      throw EvaluationErrors.nestingTooDeep();
    }
  }

  /** The paths that change, in the order written. */
  public List<Path> targetPaths() {
    return actions.stream().map(UpdateAction::target).toList();
  }

  /** The top-level attributes that change or hold what changes, in the order written. */
  public Set<String> targetAttributes() {
    Set<String> attributes = new LinkedHashSet<>();
    for (UpdateAction action : actions) {
      attributes.add(action.target().attribute());
    }
    return attributes;
  }

  /** Every path that is written or read, in the order of its appearance. */
  public List<Path> paths() {
    List<Path> paths = new ArrayList<>();
    for (UpdateAction action : actions) {
      paths.add(action.target());
      if (action instanceof UpdateAction.Set set) {
        set.value().forEachPath(paths::add);
      }
    }
    return paths;
  }

  /** What the request alone tells of the top-level attributes that change, in the order written. */
  public List<KnownAssignment> knownAssignments() {
    List<KnownAssignment> known = new ArrayList<>();
    for (UpdateAction action : actions) {
      if (!action.target().isNested() && action.knownType() != null) {
        known.add(
            new KnownAssignment(
                action.target().attribute(), action.knownType(), knownValue(action)));
      }
    }
    return known;
  }

  private static AttributeValue knownValue(UpdateAction action) {
    return action instanceof UpdateAction.Set set && set.value() instanceof Literal literal
        ? literal.value()
        : null;
  }

  /** What {@code UPDATED_OLD} returns of the old item (expressions.md §8.5). */
  public Projection updatedOld() {
    return Projection.of(targetPaths());
  }

  /**
   * What {@code UPDATED_NEW} returns of the new item. REMOVE targets take no part, lest a removal
   * from a list return the element that moved up.
   */
  public Projection updatedNew() {
    List<Path> written = new ArrayList<>(actions.size());
    for (UpdateAction action : actions) {
      if (!(action instanceof UpdateAction.Remove)) {
        written.add(action.target());
      }
    }
    return Projection.of(written);
  }
}
