package dev.dynamoemulator.shape;

import dev.dynamoemulator.json.AttributeMap;
import dev.dynamoemulator.json.CheckedValue;
import dev.dynamoemulator.json.SerializationErrors;
import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Wording;
import dev.dynamoemulator.shape.Shape.Member;
import java.util.List;
import java.util.Map;

/**
 * Shows a value inside a failure. The inside of structures is not stable on the service either: the
 * newer generation shows their Java class and a number, the older one their members (protocol.md
 * §6.1, §8).
 */
final class ValueDump {

  private static final List<AttributeType> ATTRIBUTE_VALUE_MEMBERS =
      List.of(
          AttributeType.S,
          AttributeType.N,
          AttributeType.B,
          AttributeType.SS,
          AttributeType.NS,
          AttributeType.BS,
          AttributeType.M,
          AttributeType.L,
          AttributeType.NULL,
          AttributeType.BOOL);

  private final Wording wording;
  private final StringBuilder text = new StringBuilder();

  private ValueDump(Wording wording) {
    this.wording = wording;
  }

  static String of(Object value, Wording wording) {
    ValueDump dump = new ValueDump(wording);
    dump.append(value);
    return dump.text.toString();
  }

  private void append(Object value) {
    if (value instanceof List<?> list) {
      appendList(list);
    } else if (value instanceof Map<?, ?> map) {
      appendMap(map);
    } else if (value instanceof AttributeMap map) {
      appendMap(map.values());
    } else if (value instanceof Struct struct) {
      appendStructure(struct);
    } else if (value instanceof CheckedValue checked) {
      appendAttributeValue(checked.value());
    } else if (value instanceof AttributeValue attribute) {
      appendAttributeValue(attribute);
    } else {
      text.append(value);
    }
  }

  private void appendList(List<?> list) {
    text.append('[');
    String separator = "";
    for (Object element : list) {
      text.append(separator);
      append(element);
      separator = ", ";
    }
    text.append(']');
  }

  private void appendMap(Map<?, ?> map) {
    text.append('{');
    String separator = "";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      text.append(separator).append(entry.getKey()).append('=');
      append(entry.getValue());
      separator = ", ";
    }
    text.append('}');
  }

  private void appendStructure(Struct struct) {
    if (wording == Wording.NEWER) {
      appendIdentity(struct.shape().name(), struct);
      return;
    }
    text.append(struct.shape().name()).append('(');
    List<Member> members = struct.shape().members();
    for (int i = 0; i < members.size(); i++) {
      text.append(i == 0 ? "" : ", ").append(Path.lowerFirst(members.get(i).name())).append('=');
      append(struct.get(i));
    }
    text.append(')');
  }

  private void appendAttributeValue(AttributeValue value) {
    if (wording == Wording.NEWER) {
      appendIdentity("AttributeValue", value);
      return;
    }
    text.append("AttributeValue(");
    String separator = "";
    for (AttributeType type : ATTRIBUTE_VALUE_MEMBERS) {
      text.append(separator).append(Path.lowerFirst(type.name())).append('=');
      append(type == value.type() ? content(value) : null);
      separator = ", ";
    }
    text.append(')');
  }

  private static Object content(AttributeValue value) {
    return switch (value.type()) {
      case S -> ((AttributeValue.S) value).value();
      case N -> ((AttributeValue.N) value).value();
      case B -> ((AttributeValue.B) value).value();
      case BOOL -> ((AttributeValue.Bool) value).value();
      case NULL -> true;
      case SS -> ((AttributeValue.SS) value).members();
      case NS -> ((AttributeValue.NS) value).members();
      case BS -> ((AttributeValue.BS) value).members();
      case L -> ((AttributeValue.L) value).elements();
      case M -> ((AttributeValue.M) value).entries();
    };
  }

  private void appendIdentity(String shape, Object value) {
    text.append(SerializationErrors.className(shape))
        .append('@')
        .append(Integer.toHexString(value.hashCode()));
  }
}
