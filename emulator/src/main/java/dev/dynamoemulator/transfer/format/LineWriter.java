package dev.dynamoemulator.transfer.format;

import dev.dynamoemulator.backup.NetChange;
import dev.dynamoemulator.item.StoredItem;
import java.io.IOException;
import java.io.OutputStream;

/** Writes the lines of data files (control-plane.md §3.2, §3.3). */
public interface LineWriter {

  /** A line of a full export. */
  void writeItem(OutputStream out, StoredItem item) throws IOException;

  /** A line of an incremental export. */
  void writeChange(OutputStream out, NetChange change, ExportView view) throws IOException;
}
