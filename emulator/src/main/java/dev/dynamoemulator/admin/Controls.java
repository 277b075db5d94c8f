package dev.dynamoemulator.admin;

import dev.dynamoemulator.engine.TransactionHold;
import dev.dynamoemulator.environment.AdjustableClock;
import dev.dynamoemulator.fault.Faults;
import dev.dynamoemulator.insight.ContributorReport;
import dev.dynamoemulator.protocol.RequestJournal;
import dev.dynamoemulator.replication.ReplicationControl;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the endpoints can do to an emulator and read of it. To be thread-safe.
 *
 * <p>What an emulator cannot do at all, as long as it is the one that it is, ends in an {@link
 * UnsupportedOperationException}; what makes no sense, in an {@link IllegalArgumentException}. Both
 * have messages for the one who asked.
 */
public interface Controls {

  /** A state that can be brought back as often as wanted. */
  @FunctionalInterface
  interface SavedState {
    void restore();
  }

  /** Another emulator with the same state, on its own from now on. */
  interface Fork {
    URI endpoint();

    void close();
  }

  AdjustableClock clock();

  TransactionHold transactionHold();

  ReplicationControl replication();

  Faults faults();

  RequestJournal requestJournal();

  /** Goes back to the baseline. */
  void reset();

  /** Makes the present state the baseline. */
  void baseline();

  SavedState save();

  /** It listens when this returns. */
  Fork fork();

  /** Deletes the items whose time to live is over; returns how many. */
  long sweepExpiredItems();

  /**
   * Closes the open shards of a stream before their time.
   *
   * @param childrenOfEach how many shards take the place of each
   */
  void rollStream(String streamArn, int childrenOfEach);

  /** The latest records that went to a Kinesis stream, as JSON, where nothing else takes them. */
  List<String> kinesisRecords(String streamArn);

  /**
   * The keys that contributed most, in the emulator's own account and region; empty when there is
   * nothing of that name or its insights are not enabled.
   *
   * @param indexName null for the table itself
   */
  Optional<ContributorReport> contributors(String tableName, String indexName, Duration window);

  /** The program and its version. */
  String version();

  /** The values in force by the names of the options, as JSON values. */
  Map<String, Object> options();
}
