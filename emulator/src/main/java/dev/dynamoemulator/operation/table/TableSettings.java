package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.TableClass;
import java.util.Map;

/**
 * What a new table is given besides keys, indexes and capacity.
 *
 * @param stream null when the member is absent
 * @param encryption null when the member is absent
 * @param tableClass null when the member is absent
 */
record TableSettings(
    StreamSetting stream,
    EncryptionSetting encryption,
    TableClass tableClass,
    boolean deletionProtection,
    Map<String, String> tags) {

  static TableSettings checked(Struct input) {
    StreamSetting stream = StreamSetting.of(input);
    if (stream != null) {
      stream.checkViewTypeFits();
    }
    EncryptionSetting encryption = EncryptionSetting.of(input);
    if (encryption != null) {
      encryption.check();
    }
    return new TableSettings(
        stream,
        encryption,
        tableClass(input),
        input.isTrue("DeletionProtectionEnabled"),
        TagList.checked(input));
  }

  /** The member {@code TableClass}, or null when it is absent. */
  static TableClass tableClass(Struct input) {
    String tableClass = input.string("TableClass");
    return tableClass == null ? null : TableClass.valueOf(tableClass);
  }

  boolean enablesStream() {
    return stream != null && stream.isEnabled();
  }
}
