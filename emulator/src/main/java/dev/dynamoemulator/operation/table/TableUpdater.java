package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.environment.Ids;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.table.Backfill;
import dev.dynamoemulator.table.Encryption;
import dev.dynamoemulator.table.GlobalIndex;
import dev.dynamoemulator.table.TableDescription;
import dev.dynamoemulator.table.TableLifecycle;
import dev.dynamoemulator.table.TableStream;
import dev.dynamoemulator.table.TableUpdate;
import dev.dynamoemulator.table.VectorIndexChanges;
import java.util.List;

/** Makes of a checked request what it means for the table as it is now. For one request. */
final class TableUpdater {

  private final TableLifecycle lifecycle;
  private final Ids ids;
  private final Namespace caller;

  TableUpdater(TableLifecycle lifecycle, Ids ids, Namespace caller) {
    this.lifecycle = lifecycle;
    this.ids = ids;
    this.caller = caller;
  }

  TableUpdate update(TableDescription current, TableUpdateRequest request) {
    return new TableUpdate(
        request.billingMode(),
        request.capacity().toChange(),
        createdIndexes(current, request),
        request.indexes().changed().stream().map(IndexCapacityRequest::toChange).toList(),
        request.indexes().deleted(),
        stream(current, request.stream()),
        encryption(current, request.encryption()),
        request.tableClass(),
        request.deletionProtection(),
        vectorIndexes(current, request),
        request.settingsReplication());
  }

  private List<GlobalIndex> createdIndexes(TableDescription current, TableUpdateRequest request) {
    AttributeDefinitions definitions = request.definitions().under(current.attributeDefinitions());
    return request.indexes().created().stream()
        .map(
            index ->
                index.toGlobalIndex(
                    definitions, request.modeAfter(current), Backfill.ALLOCATING, ids))
        .toList();
  }

  private VectorIndexChanges vectorIndexes(TableDescription current, TableUpdateRequest request) {
    AttributeDefinitions definitions = request.definitions().under(current.attributeDefinitions());
    return new VectorIndexChanges(
        request.vectorIndexes().created().stream()
            .map(index -> index.toVectorIndex(definitions, Backfill.ALLOCATING, ids))
            .toList(),
        request.vectorIndexes().deleted());
  }

  private TableStream stream(TableDescription current, StreamSetting setting) {
    if (setting == null) {
      return null;
    }
    return setting.isEnabled()
        ? lifecycle.newStream(setting.viewType())
        : current.stream().disabled();
  }

  private Encryption encryption(TableDescription current, EncryptionSetting setting) {
    if (setting == null) {
      return null;
    }
    if (setting.isEnabled()) {
      return new Encryption(Encryption.Status.UPDATING, setting.keyArn(caller, ids));
    }
    return current.encryption() == null ? null : current.encryption().disabling();
  }
}
