package dev.dynamoemulator.admin;

import dev.dynamoemulator.engine.TransactionHold;
import dev.dynamoemulator.environment.AdjustableClock;
import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.environment.Ids;
import dev.dynamoemulator.fault.Faults;
import dev.dynamoemulator.insight.ContributorReport;
import dev.dynamoemulator.protocol.RequestJournal;
import dev.dynamoemulator.replication.ReplicationControl;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Endpoints of an emulator that has a clock and transactions to hold, but no data. */
public final class SampleAdmin {

  private SampleAdmin() {}

  public static Admin closed() {
    AdjustableClock clock = AdjustableClock.system();
    Environment environment = new Environment(clock, Ids.random());
    return new Admin(
        new NoData(
            clock,
            new TransactionHold(environment.scheduler()),
            new ReplicationControl(),
            new Faults(environment),
            new RequestJournal()),
        false);
  }

  private record NoData(
      AdjustableClock clock,
      TransactionHold transactionHold,
      ReplicationControl replication,
      Faults faults,
      RequestJournal requestJournal)
      implements Controls {

    @Override
    public void reset() {}

    @Override
    public void baseline() {}

    @Override
    public SavedState save() {
      return () -> {};
    }

    @Override
    public Fork fork() {
      throw new UnsupportedOperationException();
    }

    @Override
    public long sweepExpiredItems() {
      return 0;
    }

    @Override
    public void rollStream(String streamArn, int childrenOfEach) {
      throw new UnsupportedOperationException("There are no streams");
    }

    @Override
    public List<String> kinesisRecords(String streamArn) {
      return List.of();
    }

    @Override
    public Optional<ContributorReport> contributors(
        String tableName, String indexName, Duration window) {
      return Optional.empty();
    }

    @Override
    public String version() {
      return "sample";
    }

    @Override
    public Map<String, Object> options() {
      return Map.of();
    }
  }
}
