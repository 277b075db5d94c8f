package dev.dynamoemulator.engine;

import dev.dynamoemulator.expression.KnownAssignment;
import dev.dynamoemulator.expression.Update;
import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Attributes;
import dev.dynamoemulator.model.Float32;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.table.KeyAttribute;
import dev.dynamoemulator.table.KeySchema;
import dev.dynamoemulator.table.SearchAttribute;
import dev.dynamoemulator.table.TableSchema;
import dev.dynamoemulator.table.VectorIndex;
import java.util.List;

/** What items must satisfy for the sake of a table's vector indexes (vector-search.md §3). */
final class VectorRules {

  private VectorRules() {}

  /** Checks an item that is written as a whole. */
  static void checkItem(TableSchema table, Item item) {
    for (VectorIndex index : table.vectorIndexes()) {
      for (SearchAttribute attribute : index.definition().searchSchema()) {
        AttributeValue value = item.get(attribute.name());
        if (value != null) {
          checkType(index, attribute, value.type());
          checkNotEmpty(index, attribute, value);
        }
      }
      KeyRules.checkSizes(keySchema(index), item);
      AttributeValue vector = item.get(index.definition().vectorAttribute());
      if (vector != null) {
        checkVector(index, vector);
      }
    }
  }

  private static KeySchema keySchema(VectorIndex index) {
    return new KeySchema(index.partitionKey(), List.of());
  }

  private static void checkType(VectorIndex index, SearchAttribute attribute, AttributeType type) {
    AttributeType expected = attribute.attribute().type();
    if (type != expected) {
      throw KeyErrors.indexKeyTypeMismatch(attribute.name(), expected, type, index.name());
    }
  }

  /** Only what partitions the index may not be empty. */
  private static void checkNotEmpty(
      VectorIndex index, SearchAttribute attribute, AttributeValue value) {
    if (attribute.isHash() && KeyRules.isEmpty(value)) {
      throw KeyErrors.emptyIndexKeyValue(attribute.name(), value.type(), index.name());
    }
  }

  private static void checkVector(VectorIndex index, AttributeValue value) {
    String attribute = index.definition().vectorAttribute();
    if (!(value instanceof AttributeValue.L list)) {
      throw VectorErrors.notAList(attribute, index.name());
    }
    List<AttributeValue> elements = list.elements();
    int dimensions = index.definition().dimensions();
    if (elements.size() != dimensions) {
      throw VectorErrors.wrongSize(attribute, dimensions, elements.size(), index.name());
    }
    for (int i = 0; i < dimensions; i++) {
      if (!isFloat(elements.get(i))) {
        throw VectorErrors.wrongElementType(attribute, i, elements.get(i).type(), index.name());
      }
    }
  }

  private static boolean isFloat(AttributeValue value) {
    return value instanceof AttributeValue.N number && Float.isFinite(Float32.of(number.value()));
  }

  /** Refuses empty values of HASH attributes alone, as of the keys of secondary indexes. */
  static void checkNoEmptyKeys(TableSchema table, Item item) {
    for (VectorIndex index : table.vectorIndexes()) {
      for (KeyAttribute attribute : index.partitionKey()) {
        AttributeValue value = item.get(attribute.name());
        if (value != null && value.type() == attribute.type() && KeyRules.isEmpty(value)) {
          throw KeyErrors.emptyIndexKeyValue(attribute.name(), attribute.type(), index.name());
        }
      }
    }
  }

  /** The same for the HASH attributes that an update is known to write. */
  static void checkNoEmptyKeys(TableSchema table, Update update) {
    for (VectorIndex index : table.vectorIndexes()) {
      for (KnownAssignment assignment : update.knownAssignments()) {
        SearchAttribute searched = index.definition().searchAttribute(assignment.attribute());
        if (searched != null && searched.attribute().type() == assignment.type()) {
          checkNotUpdatedToEmpty(searched, assignment);
        }
      }
    }
  }

  private static void checkNotUpdatedToEmpty(SearchAttribute searched, KnownAssignment assignment) {
    if (searched.isHash() && assignment.value() != null && KeyRules.isEmpty(assignment.value())) {
      throw KeyErrors.indexKeyUpdatedToEmptyValue(assignment.type());
    }
  }

  /** Checks what an update is known to write before any item is read. */
  static void checkUpdate(TableSchema table, Update update) {
    for (VectorIndex index : table.vectorIndexes()) {
      for (KnownAssignment assignment : update.knownAssignments()) {
        checkAssignment(index, assignment);
      }
    }
  }

  private static void checkAssignment(VectorIndex index, KnownAssignment assignment) {
    SearchAttribute searched = index.definition().searchAttribute(assignment.attribute());
    AttributeValue value = assignment.value();
    if (searched != null) {
      checkType(index, searched, assignment.type());
      checkNotUpdatedToEmpty(searched, assignment);
    }
    if (assignment.attribute().equals(index.definition().vectorAttribute())) {
      if (value != null) {
        checkVector(index, value);
      } else if (assignment.type() != AttributeType.L) {
        throw VectorErrors.notAList(assignment.attribute(), index.name());
      }
    }
  }

  /** Checks what an update has changed. */
  static void checkUpdated(TableSchema table, Attributes old, Item updated) {
    for (VectorIndex index : table.vectorIndexes()) {
      for (SearchAttribute attribute : index.definition().searchSchema()) {
        checkUpdated(attribute, changed(attribute.name(), old, updated));
      }
      AttributeValue vector = changed(index.definition().vectorAttribute(), old, updated);
      if (vector != null) {
        checkVector(index, vector);
      }
    }
  }

  /** The new value of an attribute; null when it has none or an old one. */
  private static AttributeValue changed(String attribute, Attributes old, Item updated) {
    AttributeValue value = updated.get(attribute);
    return value == null || value.equals(old.get(attribute)) ? null : value;
  }

  private static void checkUpdated(SearchAttribute attribute, AttributeValue value) {
    if (value == null) {
      return;
    }
    if (value.type() != attribute.attribute().type()) {
      throw KeyErrors.indexKeyUpdatedToUnsupportedType();
    }
    if (attribute.isHash() && KeyRules.isEmpty(value)) {
      throw KeyErrors.indexKeyUpdatedToEmptyValue(value.type());
    }
    if (attribute.isHash() && !KeyRules.areSizesAllowed(value.size(), 0)) {
      throw KeyErrors.indexKeyUpdatedBeyondSize();
    }
  }

  /**
   * The values that say in which partition of the index an item is; null when one is missing or
   * cannot be a key, so that the item is not in the index.
   */
  static List<AttributeValue> partitionKey(VectorIndex index, Attributes item) {
    return index.partitionKey().isEmpty()
        ? List.of()
        : IndexKeyRules.indexKey(keySchema(index), item);
  }

  /** The vector of an item as the index holds it; null when it has none that suits. */
  static float[] vector(VectorIndex index, Attributes item) {
    int dimensions = index.definition().dimensions();
    if (!(item.get(index.definition().vectorAttribute()) instanceof AttributeValue.L list)
        || list.elements().size() != dimensions) {
      return null;
    }
    float[] vector = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      if (!(list.elements().get(i) instanceof AttributeValue.N number)) {
        return null;
      }
      vector[i] = Float32.of(number.value());
      if (!Float.isFinite(vector[i])) {
        return null;
      }
    }
    return vector;
  }
}
