package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compiles the legacy parameter AttributeUpdates (legacy.md §5). */
public final class AttributeUpdates {

  private AttributeUpdates() {}

  /** Fails with the first fault of the first faulty entry. */
  public static Update update(Map<String, AttributeValueUpdate> entries) {
    List<UpdateAction> actions = new ArrayList<>(entries.size());
    for (Map.Entry<String, AttributeValueUpdate> entry : entries.entrySet()) {
      AttributeValueUpdate update = entry.getValue();
      AttributeAction action = update.action() == null ? AttributeAction.PUT : update.action();
      LegacyValues.checkName(entry.getKey());
      checkValue(update.value());
      checkValueGiven(action, update.value());
      checkType(action, update.value());
      actions.add(action(Path.of(entry.getKey()), action, update.value()));
    }
    return Update.of(actions);
  }

  private static void checkValue(SuppliedValue value) {
    if (value != null) {
      LegacyValues.checkFaults(List.of(value));
    }
  }

  private static void checkValueGiven(AttributeAction action, SuppliedValue value) {
    if (value == null && action != AttributeAction.DELETE) {
      throw LegacyErrors.actionWithoutValue();
    }
  }

  private static void checkType(AttributeAction action, SuppliedValue value) {
    if (value == null) {
      return;
    }
    AttributeType type = value.value().type();
    if (action == AttributeAction.DELETE && !type.isSet()) {
      throw LegacyErrors.deleteOfType(type);
    }
    if (action == AttributeAction.ADD
        && type != AttributeType.N
        && type != AttributeType.L
        && !type.isSet()) {
      throw LegacyErrors.addOfType(type);
    }
  }

  private static UpdateAction action(Path target, AttributeAction action, SuppliedValue supplied) {
    if (supplied == null) {
      return new UpdateAction.Remove(target);
    }
    AttributeValue value = supplied.value();
    return switch (action) {
      case PUT -> new UpdateAction.Set(target, new Literal(value));
      case ADD -> new UpdateAction.Add(target, value, UpdateForm.ATTRIBUTE_UPDATES);
      case DELETE -> new UpdateAction.Delete(target, value, UpdateForm.ATTRIBUTE_UPDATES);
    };
  }
}
