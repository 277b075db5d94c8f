package dev.dynamoemulator;

import dev.dynamoemulator.admin.Controls;
import dev.dynamoemulator.engine.TransactionHold;
import dev.dynamoemulator.environment.AdjustableClock;
import java.util.Map;

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
  public long sweepExpiredItems() {
    return emulator.sweepExpiredItems();
  }

  @Override
  public void rollStream(String streamArn, int childrenOfEach) {
    emulator.rollStream(streamArn, childrenOfEach);
  }

  @Override
  public String version() {
    return Emulator.version();
  }

  @Override
  public Map<String, Object> options() {
    return OptionValues.of(emulator.options());
  }
}
