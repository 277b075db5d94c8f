package dev.dynamoemulator.change;

import dev.dynamoemulator.storage.WriteBatch;
import dev.dynamoemulator.table.Table;
import java.util.ArrayList;
import java.util.List;

/** Several logs as one: each is given the changes of the tables that it follows. Thread-safe. */
public final class ChangeLogs implements ChangeLog {

  private final List<ChangeLog> logs;

  private ChangeLogs(List<ChangeLog> logs) {
    this.logs = logs;
  }

  /** The logs record in the order given. */
  public static ChangeLog of(ChangeLog... logs) {
    return logs.length == 1 ? logs[0] : new ChangeLogs(List.of(logs));
  }

  @Override
  public boolean follows(Table table) {
    for (ChangeLog log : logs) {
      if (log.follows(table)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean followsRewrites(Table table) {
    for (ChangeLog log : logs) {
      if (log.follows(table) && log.followsRewrites(table)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void afterWrite() {
    logs.forEach(ChangeLog::afterWrite);
  }

  @Override
  public Recording record(WriteBatch batch, List<ItemChange> changes) {
    List<Recording> recordings = new ArrayList<>(logs.size());
    for (ChangeLog log : logs) {
      List<ItemChange> followed = followed(log, changes);
      if (!followed.isEmpty()) {
        recordings.add(log.record(batch, followed));
      }
    }
    return Recording.all(recordings);
  }

  private static List<ItemChange> followed(ChangeLog log, List<ItemChange> changes) {
    List<ItemChange> followed = new ArrayList<>(changes.size());
    for (ItemChange change : changes) {
      if (log.follows(change.table())
          && (!change.isRewrite() || log.followsRewrites(change.table()))) {
        followed.add(change);
      }
    }
    return followed;
  }
}
