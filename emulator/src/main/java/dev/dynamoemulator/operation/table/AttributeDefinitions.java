package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.KeyAttribute;
import java.util.List;

/** The attribute definitions of a request. */
record AttributeDefinitions(List<KeyAttribute> attributes) {

  /** The member {@code AttributeDefinitions}; empty when it is absent. */
  static AttributeDefinitions of(Struct input) {
    List<Struct> definitions = input.structs("AttributeDefinitions");
    return new AttributeDefinitions(
        definitions == null
            ? List.of()
            : definitions.stream().map(AttributeDefinitions::attribute).toList());
  }

  private static KeyAttribute attribute(Struct definition) {
    return new KeyAttribute(
        definition.string("AttributeName"),
        AttributeType.valueOf(definition.string("AttributeType")));
  }

  int size() {
    return attributes.size();
  }

  List<String> names() {
    return attributes.stream().map(KeyAttribute::name).toList();
  }

  /** These definitions, but with the types that the table has stored already (tables.md §6.3). */
  AttributeDefinitions under(List<KeyAttribute> stored) {
    AttributeDefinitions former = new AttributeDefinitions(stored);
    return new AttributeDefinitions(
        attributes.stream()
            .map(
                attribute -> {
                  KeyAttribute kept = former.get(attribute.name());
                  return kept == null ? attribute : kept;
                })
            .toList());
  }

  /** The definition of that attribute, or null. */
  KeyAttribute get(String name) {
    for (KeyAttribute attribute : attributes) {
      if (attribute.name().equals(name)) {
        return attribute;
      }
    }
    return null;
  }
}
