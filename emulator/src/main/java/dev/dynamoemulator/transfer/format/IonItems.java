package dev.dynamoemulator.transfer.format;

import com.amazon.ion.IonException;
import com.amazon.ion.IonReader;
import com.amazon.ion.IonType;
import com.amazon.ion.system.IonReaderBuilder;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Item;
import java.io.IOException;
import java.io.InputStream;

/** Items of Ion values such as <code>{Item:{Id:103.}}</code>, as text or binary. */
final class IonItems implements ItemReader {

  private final InputStream in;
  private IonReader ion;

  IonItems(InputStream in) {
    this.in = in;
  }

  @Override
  public ReadItem next() throws IOException {
    try {
      ion = ion == null ? IonReaderBuilder.standard().build(in) : ion;
      return ion.next() == null ? null : item();
    } catch (IonException malformed) {
      throw FormatErrors.malformed(malformed);
    }
  }

  private ReadItem item() {
    try {
      return ion.getType() == IonType.STRUCT && !ion.isNullValue()
          ? member()
          : ReadItem.faulty(FormatErrors.NO_ITEM);
    } catch (IonFault fault) {
      return ReadItem.faulty(fault.getMessage());
    } finally {
      while (ion.getDepth() > 0) {
        ion.stepOut();
      }
    }
  }

  private ReadItem member() {
    ion.stepIn();
    while (ion.next() != null) {
      if ("Item".equals(ion.getFieldName())) {
        return new IonAttributes(ion).value(0) instanceof AttributeValue.M map
            ? ReadItem.of(Item.of(map.entries()))
            : ReadItem.faulty(FormatErrors.MALFORMED_ITEM);
      }
    }
    return ReadItem.faulty(FormatErrors.NO_ITEM);
  }

  @Override
  public void close() throws IOException {
    if (ion != null) {
      ion.close();
    }
    in.close();
  }
}
