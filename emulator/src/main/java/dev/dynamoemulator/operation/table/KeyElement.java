package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.KeyAttribute;
import dev.dynamoemulator.table.KeySchema;
import java.util.List;

/** One element of a requested key schema. */
record KeyElement(String attributeName, boolean isHash) {

  /** The elements of the member {@code KeySchema} in the order given; none when it is absent. */
  static List<KeyElement> listOf(Struct input) {
    List<Struct> elements = input.structs("KeySchema");
    return elements == null ? List.of() : elements.stream().map(KeyElement::of).toList();
  }

  private static KeyElement of(Struct element) {
    return new KeyElement(
        element.string("AttributeName"), "HASH".equals(element.string("KeyType")));
  }

  static List<String> names(List<KeyElement> elements) {
    return elements.stream().map(KeyElement::attributeName).toList();
  }

  /** The key that checked elements describe. */
  static KeySchema toKeySchema(List<KeyElement> elements, AttributeDefinitions definitions) {
    return new KeySchema(
        attributes(elements, true, definitions), attributes(elements, false, definitions));
  }

  private static List<KeyAttribute> attributes(
      List<KeyElement> elements, boolean isHash, AttributeDefinitions definitions) {
    return elements.stream()
        .filter(element -> element.isHash() == isHash)
        .map(element -> definitions.get(element.attributeName()))
        .toList();
  }
}
