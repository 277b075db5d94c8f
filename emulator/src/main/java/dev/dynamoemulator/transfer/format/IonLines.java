package dev.dynamoemulator.transfer.format;

import com.amazon.ion.IonType;
import com.amazon.ion.IonWriter;
import com.amazon.ion.system.IonTextWriterBuilder;
import dev.dynamoemulator.backup.NetChange;
import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.model.Item;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Lines such as <code>$ion_1_0 {Item:{Id:103.}}</code>. */
final class IonLines implements LineWriter {

  private static final String VERSION_MARKER = "$ion_1_0 ";

  /** What one line holds. */
  @FunctionalInterface
  private interface Members {
    void writeTo(IonWriter ion) throws IOException;
  }

  @Override
  public void writeItem(OutputStream out, StoredItem item) throws IOException {
    writeLine(out, ion -> writeImage(ion, "Item", item.toItem()));
  }

  @Override
  public void writeChange(OutputStream out, NetChange change, ExportView view) throws IOException {
    writeLine(
        out,
        ion -> {
          ion.setFieldName("Record");
          ion.stepIn(IonType.STRUCT);
          writeImage(ion, "Keys", change.key());
          ion.setFieldName("Metadata");
          ion.stepIn(IonType.STRUCT);
          ion.setFieldName("WriteTimestampMicros");
          ion.writeDecimal(BigDecimal.valueOf(JsonLines.micros(change)));
          ion.stepOut();
          writeImage(ion, "NewImage", change.newItem());
          writeImage(ion, "OldImage", view.hasOldImage() ? change.oldItem() : null);
          ion.stepOut();
        });
  }

  private static void writeImage(IonWriter ion, String name, StoredItem image) throws IOException {
    if (image != null) {
      writeImage(ion, name, image.toItem());
    }
  }

  private static void writeImage(IonWriter ion, String name, Item image) throws IOException {
    ion.setFieldName(name);
    IonValues.writeStruct(ion, image.attributes());
  }

  private static void writeLine(OutputStream out, Members members) throws IOException {
    StringBuilder line = new StringBuilder(VERSION_MARKER);
    try (IonWriter ion = IonTextWriterBuilder.minimal().build(line)) {
      ion.stepIn(IonType.STRUCT);
      members.writeTo(ion);
      ion.stepOut();
    }
    out.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
  }
}
