package dev.dynamoemulator;

import dev.dynamoemulator.admin.Controls;
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

/** Has the endpoints over HTTP do what the Java API does. */
record EmulatorControls(Emulator emulator) implements Controls {

  @Override
  public AdjustableClock clock() {
    return emulator.clock();
  }

  @Override
  public TransactionHold transactionHold() {
    return emulator.transactionHold();
  }

  @Override
  public ReplicationControl replication() {
    return emulator.replication();
  }

  @Override
  public Faults faults() {
    return emulator.faults();
  }

  @Override
  public RequestJournal requestJournal() {
    return emulator.requestJournal();
  }

  @Override
  public void reset() {
    emulator.reset();
  }

  @Override
  public void baseline() {
    emulator.baseline();
  }

  @Override
  public SavedState save() {
    EmulatorSnapshot snapshot = emulator.snapshot();
    return () -> emulator.restore(snapshot);
  }

  @Override
  public Fork fork() {
    Emulator fork = emulator.fork();
    try {
      return new ListeningFork(fork, fork.endpoint());
    } catch (RuntimeException e) {
      fork.close();
      throw e;
    }
  }

  private record ListeningFork(Emulator emulator, URI endpoint) implements Fork {
    @Override
    public void close() {
      emulator.close();
    }
  }

  @Override
  public long sweepExpiredItems() {
    return emulator.sweepExpiredItems();
  }

  @Override
  public void rollStream(String streamArn, int childrenOfEach) {
    emulator.rollStream(streamArn, childrenOfEach);
  }

  @Override
  public List<String> kinesisRecords(String streamArn) {
    return emulator.kinesisRecords(streamArn);
  }

  @Override
  public Optional<ContributorReport> contributors(
      String tableName, String indexName, Duration window) {
    return emulator.contributors(emulator.options().home(), tableName, indexName, window);
  }

  @Override
  public String version() {
    return Emulator.version();
  }

  @Override
  public Map<String, Object> options() {
    return EmulatorOption.valuesIn(emulator.options());
  }
}
