package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.expression.ExpressionKind.CONDITION;
import static dev.dynamoemulator.expression.ExpressionKind.UPDATE;

import dev.dynamoemulator.engine.KeyRules;
import dev.dynamoemulator.engine.WriteAction;
import dev.dynamoemulator.expression.Condition;
import dev.dynamoemulator.expression.ExpressionKind;
import dev.dynamoemulator.expression.ExpressionParameterErrors;
import dev.dynamoemulator.expression.Update;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.TableSchema;
import java.util.List;

/**
 * One action of a TransactWriteItems request, its expressions bound.
 *
 * @param tableName the table as the request named it
 */
record TransactAction(String tableName, WriteAction write) {

  private static final List<String> KINDS = List.of("ConditionCheck", "Put", "Delete", "Update");

  /** Whether the element of a request asks for just one thing. */
  static boolean isSingle(Struct element) {
    return KINDS.stream().filter(element::has).count() == 1;
  }

  /**
   * @param element one that {@link #isSingle}
   * @throws DynamoDbException when a value or an expression is at fault
   */
  static TransactAction of(Request request, Struct element, ItemAccess access) {
    String kind = KINDS.stream().filter(element::has).findFirst().orElseThrow();
    Struct input = element.struct(kind);
    return new TransactAction(input.string("TableName"), write(request, kind, input, access));
  }

  private static WriteAction write(Request request, String kind, Struct input, ItemAccess access) {
    return switch (kind) {
      case "Put" -> {
        checkMapsAreUsable(input, CONDITION);
        Item item = ItemValues.checked(input.attributeMap("Item"));
        ItemValues.checkSize(item, access.limits().itemSize());
        yield new WriteAction.Put(item, condition(request, input, access), returnsOld(input));
      }
      case "Update" -> {
        checkMapsAreUsable(input, UPDATE, CONDITION);
        Item key = ItemValues.checked(input.attributeMap("Key"));
        ExpressionParameters parameters = parameters(request, input, access);
        Update update = parameters.update();
        Condition condition = parameters.condition();
        parameters.checkAllUsed();
        yield new WriteAction.UpdateItem(key, update, condition, returnsOld(input));
      }
      case "Delete" -> {
        checkMapsAreUsable(input, CONDITION);
        Item key = ItemValues.checked(input.attributeMap("Key"));
        yield new WriteAction.Delete(key, condition(request, input, access), returnsOld(input));
      }
      default -> {
        Item key = ItemValues.checked(input.attributeMap("Key"));
        Condition condition = condition(request, input, access);
        yield new WriteAction.ConditionCheck(key, condition, returnsOld(input));
      }
    };
  }

  /** Names and values need an expression that can use them. */
  private static void checkMapsAreUsable(Struct input, ExpressionKind... kinds) {
    ExpressionParameters.checkNamesAreUsable(input, kinds);
    if (ExpressionParameters.hasUnusableValues(input, kinds)) {
      throw ExpressionParameterErrors.valuesWithoutExpression(kinds);
    }
  }

  private static Condition condition(Request request, Struct input, ItemAccess access) {
    ExpressionParameters parameters = parameters(request, input, access);
    Condition condition = parameters.condition();
    parameters.checkAllUsed();
    return condition;
  }

  private static ExpressionParameters parameters(Request request, Struct input, ItemAccess access) {
    return ExpressionParameters.open(input, access.expressions(), request.wording());
  }

  private static boolean returnsOld(Struct input) {
    return WriteParameters.returnsOldOnFailure(input);
  }

  /** The bytes that the action brings along itself. */
  int itemSize() {
    return write instanceof WriteAction.Put put ? put.item().size() : 0;
  }

  /** Refuses the values that no key attribute may have, which fails the transaction as a whole. */
  void checkNoEmptyKeys(TableSchema table) {
    if (write instanceof WriteAction.Put put) {
      KeyRules.checkNoEmptyKeys(table, put.item());
    } else {
      KeyRules.checkNoEmptyKeys(table.key(), write.key());
    }
    if (write instanceof WriteAction.UpdateItem update) {
      KeyRules.checkNoEmptyKeys(table, update.update());
    }
  }

  /** What the action has against the key of its table; null when the key is sound. */
  DynamoDbException keyFault(TableSchema table) {
    return ElementFault.of(
        () -> {
          if (write instanceof WriteAction.Put put) {
            KeyRules.checkItem(table.key(), put.item());
          } else {
            KeyRules.checkKey(table.key(), write.key());
          }
        });
  }

  /** What it has against the table at all, which cancels the transaction; null for nothing. */
  DynamoDbException fault(TableSchema table) {
    DynamoDbException keyFault = keyFault(table);
    return keyFault != null ? keyFault : ElementFault.of(() -> checkAgainst(table));
  }

  private void checkAgainst(TableSchema table) {
    if (write instanceof WriteAction.Put put) {
      KeyRules.checkIndexKeys(table, put.item());
    } else if (write instanceof WriteAction.UpdateItem update) {
      KeyRules.checkUpdate(table, update.update());
    }
    KeyRules.checkPaths(table, write.condition());
  }
}
