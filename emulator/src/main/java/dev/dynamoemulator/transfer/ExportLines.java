package dev.dynamoemulator.transfer;

import dev.dynamoemulator.backup.ItemCursor;
import dev.dynamoemulator.backup.NetChange;
import dev.dynamoemulator.backup.NetChangeCursor;
import dev.dynamoemulator.backup.PointInTime;
import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.transfer.format.LineWriter;
import java.io.IOException;
import java.io.OutputStream;

/** What an export writes, one line after the other. For one thread. */
interface ExportLines {

  /** Moves on; false when there is no further line. */
  boolean next();

  /**
   * Writes the line.
   *
   * @return the bytes that the service bills for it
   */
  long writeTo(OutputStream out) throws IOException;

  static ExportLines of(Export export, PointInTime past) {
    ExportWindow window = export.request().window();
    LineWriter writer = export.request().format().lines();
    return window.isIncremental()
        ? new Changes(past.changes(window.from(), window.to()), writer, window)
        : new Items(past.items(window.to()), writer);
  }

  /** Those of a full export. */
  record Items(ItemCursor items, LineWriter writer) implements ExportLines {

    @Override
    public boolean next() {
      return items.next();
    }

    @Override
    public long writeTo(OutputStream out) throws IOException {
      StoredItem item = items.item();
      writer.writeItem(out, item);
      return item.size();
    }
  }

  /** Those of an incremental export. */
  record Changes(NetChangeCursor changes, LineWriter writer, ExportWindow window)
      implements ExportLines {

    @Override
    public boolean next() {
      return changes.next();
    }

    @Override
    public long writeTo(OutputStream out) throws IOException {
      NetChange change = changes.change();
      writer.writeChange(out, change, window.view());
      return change.key().size() + size(change.newItem()) + size(change.oldItem());
    }

    private static int size(StoredItem image) {
      return image == null ? 0 : image.size();
    }
  }
}
