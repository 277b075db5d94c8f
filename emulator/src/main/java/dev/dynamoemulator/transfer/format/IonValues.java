package dev.dynamoemulator.transfer.format;

import com.amazon.ion.IonType;
import com.amazon.ion.IonWriter;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Binary;
import dev.dynamoemulator.model.DynamoNumber;
import java.io.IOException;
import java.util.Map;

/** Writes attribute values as Ion (control-plane.md §3.2). */
final class IonValues {

  static final String STRING_SET = "$dynamodb_SS";
  static final String NUMBER_SET = "$dynamodb_NS";
  static final String BINARY_SET = "$dynamodb_BS";

  private IonValues() {}

  static void writeStruct(IonWriter ion, Map<String, AttributeValue> entries) throws IOException {
    ion.stepIn(IonType.STRUCT);
    for (Map.Entry<String, AttributeValue> entry : entries.entrySet()) {
      ion.setFieldName(entry.getKey());
      write(ion, entry.getValue());
    }
    ion.stepOut();
  }

  private static void write(IonWriter ion, AttributeValue value) throws IOException {
    switch (value.type()) {
      case S -> ion.writeString(((AttributeValue.S) value).value());
      case N -> writeNumber(ion, ((AttributeValue.N) value).value());
      case B -> ion.writeBlob(((AttributeValue.B) value).value().bytes());
      case BOOL -> ion.writeBool(((AttributeValue.Bool) value).value());
      case NULL -> ion.writeNull();
      case SS -> writeStrings(ion, (AttributeValue.SS) value);
      case NS -> writeNumbers(ion, (AttributeValue.NS) value);
      case BS -> writeBinaries(ion, (AttributeValue.BS) value);
      case L -> writeList(ion, (AttributeValue.L) value);
      case M -> writeStruct(ion, ((AttributeValue.M) value).entries());
    }
  }

  /** Without trailing zeros, as the service does: 600 is {@code 6d2}. */
  private static void writeNumber(IonWriter ion, DynamoNumber number) throws IOException {
    ion.writeDecimal(number.toBigDecimal().stripTrailingZeros());
  }

  private static void writeStrings(IonWriter ion, AttributeValue.SS set) throws IOException {
    ion.setTypeAnnotations(STRING_SET);
    ion.stepIn(IonType.LIST);
    for (String member : set.members()) {
      ion.writeString(member);
    }
    ion.stepOut();
  }

  private static void writeNumbers(IonWriter ion, AttributeValue.NS set) throws IOException {
    ion.setTypeAnnotations(NUMBER_SET);
    ion.stepIn(IonType.LIST);
    for (DynamoNumber member : set.members()) {
      writeNumber(ion, member);
    }
    ion.stepOut();
  }

  private static void writeBinaries(IonWriter ion, AttributeValue.BS set) throws IOException {
    ion.setTypeAnnotations(BINARY_SET);
    ion.stepIn(IonType.LIST);
    for (Binary member : set.members()) {
      ion.writeBlob(member.bytes());
    }
    ion.stepOut();
  }

  private static void writeList(IonWriter ion, AttributeValue.L list) throws IOException {
    ion.stepIn(IonType.LIST);
    for (AttributeValue element : list.elements()) {
      write(ion, element);
    }
    ion.stepOut();
  }
}
