package dev.dynamoemulator.transfer.format;

import com.amazon.ion.IonReader;
import dev.dynamoemulator.json.Duplicates;
import dev.dynamoemulator.json.ValueErrors;
import dev.dynamoemulator.json.ValueFault;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Binary;
import dev.dynamoemulator.model.DynamoNumber;
import dev.dynamoemulator.model.InvalidNumberException;
import dev.dynamoemulator.model.Wording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads attribute values from Ion; what is no attribute value is an {@link IonFault}. */
record IonAttributes(IonReader ion) {

  private static final int LEVELS = 32;

  /**
   * The value that the reader is at.
   *
   * @param level how many lists and maps it is in
   */
  AttributeValue value(int level) {
    if (level > LEVELS) {
      throw new IonFault(FormatErrors.NESTED_TOO_DEEP);
    }
    if (ion.isNullValue()) {
      return AttributeValue.Null.INSTANCE;
    }
    return switch (ion.getType()) {
      case BOOL -> AttributeValue.Bool.of(ion.booleanValue());
      case INT, DECIMAL, FLOAT -> new AttributeValue.N(number());
      case STRING, SYMBOL -> new AttributeValue.S(ion.stringValue());
      case BLOB, CLOB -> new AttributeValue.B(Binary.wrap(ion.newBytes()));
      case LIST -> listOrSet(level);
      case STRUCT -> map(level);
      default -> throw new IonFault(FormatErrors.ionType(ion.getType()));
    };
  }

  private DynamoNumber number() {
    try {
      return switch (ion.getType()) {
        case INT -> DynamoNumber.parse(ion.bigIntegerValue().toString());
        case DECIMAL -> DynamoNumber.of(ion.bigDecimalValue());
        default -> DynamoNumber.parse(Double.toString(ion.doubleValue()));
      };
    } catch (InvalidNumberException fault) {
      throw new IonFault(FormatErrors.number(fault, ""));
    }
  }

  private AttributeValue listOrSet(int level) {
    for (String annotation : ion.getTypeAnnotations()) {
      switch (annotation) {
        case IonValues.STRING_SET -> {
          return stringSet();
        }
        case IonValues.NUMBER_SET -> {
          return numberSet();
        }
        case IonValues.BINARY_SET -> {
          return binarySet();
        }
        default -> {}
      }
    }
    return new AttributeValue.L(elements(level));
  }

  private List<AttributeValue> elements(int level) {
    List<AttributeValue> elements = new ArrayList<>();
    ion.stepIn();
    while (ion.next() != null) {
      elements.add(value(level + 1));
    }
    ion.stepOut();
    return Collections.unmodifiableList(elements);
  }

  private AttributeValue map(int level) {
    Map<String, AttributeValue> entries = new LinkedHashMap<>();
    ion.stepIn();
    while (ion.next() != null) {
      String name = ion.getFieldName();
      ValueFault nameFault = ValueErrors.attributeName(name);
      check(nameFault == null, nameFault);
      entries.put(name, value(level + 1));
    }
    ion.stepOut();
    return new AttributeValue.M(Collections.unmodifiableMap(entries));
  }

  private AttributeValue stringSet() {
    List<String> members = new ArrayList<>();
    for (AttributeValue member : elements(0)) {
      members.add(memberOf(AttributeValue.S.class, member).value());
    }
    check(!members.isEmpty(), ValueErrors.emptyStringSet());
    check(!Duplicates.occurIn(members), ValueErrors.duplicateStrings(members, Wording.NEWER));
    return new AttributeValue.SS(Collections.unmodifiableList(members));
  }

  private AttributeValue numberSet() {
    List<DynamoNumber> members = new ArrayList<>();
    for (AttributeValue member : elements(0)) {
      members.add(memberOf(AttributeValue.N.class, member).value());
    }
    check(!members.isEmpty(), ValueErrors.emptyNumberSet());
    check(!Duplicates.occurIn(members), ValueErrors.duplicateNumbers());
    return new AttributeValue.NS(Collections.unmodifiableList(members));
  }

  private AttributeValue binarySet() {
    List<Binary> members = new ArrayList<>();
    for (AttributeValue member : elements(0)) {
      members.add(memberOf(AttributeValue.B.class, member).value());
    }
    check(!members.isEmpty(), ValueErrors.emptyBinarySet());
    check(!Duplicates.occurIn(members), ValueErrors.duplicateBinaries(members, Wording.NEWER));
    return new AttributeValue.BS(Collections.unmodifiableList(members));
  }

  private static <T extends AttributeValue> T memberOf(Class<T> type, AttributeValue member) {
    if (!type.isInstance(member)) {
      throw new IonFault(FormatErrors.setMember(member.type()));
    }
    return type.cast(member);
  }

  private static void check(boolean holds, ValueFault fault) {
    if (!holds) {
      throw new IonFault(fault.text());
    }
  }
}
