package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.environment.Ids;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.DeletionProtection;
import dev.dynamoemulator.table.SettingsReplication;
import dev.dynamoemulator.table.TableClass;
import dev.dynamoemulator.table.TableClassSummary;
import dev.dynamoemulator.table.TableDescriptionBuilder;
import java.util.List;
import java.util.Map;

/**
 * What a new table is given besides keys, indexes and capacity.
 *
 * @param stream null when the member is absent
 * @param encryption null when the member is absent
 * @param tableClass null when the member is absent
 * @param settingsReplication null when the member is absent
 */
record TableSettings(
    StreamSetting stream,
    EncryptionSetting encryption,
    TableClass tableClass,
    boolean deletionProtection,
    Map<String, String> tags,
    SettingsReplication settingsReplication) {

  private static final String MODE = "GlobalTableSettingsReplicationMode";

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
        TagList.checked(input),
        settingsReplication(input));
  }

  /** The member {@code TableClass}, or null when it is absent. */
  static TableClass tableClass(Struct input) {
    String tableClass = input.string("TableClass");
    return tableClass == null ? null : TableClass.valueOf(tableClass);
  }

  /** A new table can only have it on (the API model, CreateTable). */
  static void checkNewSettingsReplication(Struct input) {
    String mode = input.string(MODE);
    if (mode != null && !mode.equals(SettingsReplication.ENABLED.name())) {
      throw AccountReplicaErrors.modeOfNewTable(mode);
    }
  }

  /** The third mode is that of global tables within one account; nobody can ask for it. */
  static SettingsReplication settingsReplication(Struct input) {
    String mode = input.string(MODE);
    if (mode == null) {
      return null;
    }
    if (mode.equals("ENABLED_WITH_OVERRIDES")) {
      throw AccountReplicaErrors.modeOfOneAccount();
    }
    return SettingsReplication.valueOf(mode);
  }

  /** Gives a new table all of them but the stream. */
  void applyTo(TableDescriptionBuilder creating, Namespace owner, Ids ids) {
    creating.tags(tags);
    creating.deletionProtection(new DeletionProtection(deletionProtection, null));
    creating.settingsReplication(settingsReplication);
    if (encryption != null) {
      creating.encryption(encryption.toEncryption(owner, ids));
    }
    if (tableClass != null) {
      creating.tableClass(new TableClassSummary(tableClass, List.of()));
    }
  }

  boolean enablesStream() {
    return stream != null && stream.isEnabled();
  }
}
