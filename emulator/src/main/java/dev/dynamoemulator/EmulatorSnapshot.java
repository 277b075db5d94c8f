package dev.dynamoemulator;

import dev.dynamoemulator.environment.AdjustableClock;
import dev.dynamoemulator.environment.Ids;
import dev.dynamoemulator.storage.h2.H2Storage;

/**
 * The state of an emulator in memory at one moment: tables, items, indexes, streams, settings and
 * the clock. Made by {@link Emulator#snapshot} and good for that emulator and its forks, as often
 * as wanted. It shares what has not changed since with them. Immutable.
 */
public final class EmulatorSnapshot {

  private final Database.Content content;
  private final AdjustableClock clock;
  private final Ids ids;

  private EmulatorSnapshot(Database.Content content, AdjustableClock clock, Ids ids) {
    this.content = content;
    this.clock = clock;
    this.ids = ids;
  }

  static EmulatorSnapshot of(Database database, DatabaseSettings settings) {
    return new EmulatorSnapshot(database.content(), settings.clock().copy(), settings.ids().copy());
  }

  /**
   * A database with this content, at the time of the snapshot.
   *
   * @param relative the database that it was taken from, or one that came of the same
   */
  Database restore(Database relative, DatabaseSettings settings) {
    H2Storage storage = relative.storageOf(content);
    settings.clock().follow(clock);
    settings.ids().follow(ids);
    return Database.open(settings, storage, content);
  }
}
