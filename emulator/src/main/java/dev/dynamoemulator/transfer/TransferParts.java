package dev.dynamoemulator.transfer;

import dev.dynamoemulator.backup.ContinuousBackups;
import dev.dynamoemulator.engine.Engine;
import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.model.Limits;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.TableLifecycle;

/** Exports and imports, to be handed on together. */
public record TransferParts(Exports exports, Imports imports) {

  /**
   * Opens the exports and imports of a store, and goes on with what was under way. To be called
   * before the life cycle goes on with its tables.
   */
  public static TransferParts open(
      Catalogue catalogue,
      Storage storage,
      Environment environment,
      Engine engine,
      TableLifecycle lifecycle,
      ContinuousBackups continuousBackups,
      Limits limits,
      TransferSettings settings) {
    return new TransferParts(
        Exports.open(
            catalogue, storage, environment, continuousBackups, engine.statistics(), settings),
        Imports.open(catalogue, storage, environment, engine, lifecycle, limits, settings));
  }

  /** Lets go of what runs. To be called when nothing is scheduled any more. */
  public void close() {
    exports.close();
    imports.close();
  }
}
