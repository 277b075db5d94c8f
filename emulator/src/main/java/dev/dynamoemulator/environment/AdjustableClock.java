package dev.dynamoemulator.environment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The time of one emulator: that of the system, the same with an offset, or one that stands still.
 *
 * <p>While it moves forward it stops at the time of every scheduled task and runs it, so that a
 * task finds the time for which it was scheduled, and what it schedules in turn runs too when it
 * falls due before the end. When it moves back, waiting tasks go along: they fall due after the
 * same delay as before. Thread-safe; one movement at a time.
 *
 * <pre>{@code
 * clock.fix(Instant.parse("2026-01-31T23:59:59Z"));
 * clock.advance(Duration.ofSeconds(2));
 * clock.release();
 * }</pre>
 */
public final class AdjustableClock implements InstantSource {

  private static final InstantSource SYSTEM = InstantSource.system();

  /**
   * Where the clock stands, or how far it is ahead of the system.
   *
   * @param standing null while time passes
   */
  private record Setting(Instant standing, Duration offset) {

    static final Setting OF_SYSTEM = new Setting(null, Duration.ZERO);

    static Setting at(Instant standing) {
      return new Setting(standing, Duration.ZERO);
    }

    Instant instant() {
      return standing == null ? SYSTEM.instant().plus(offset) : standing;
    }

    Setting plus(Duration duration) {
      return standing == null
          ? new Setting(null, offset.plus(duration))
          : at(standing.plus(duration));
    }
  }

  private final TaskQueue tasks = new TaskQueue(this);
  private volatile Setting setting;

  private AdjustableClock(Setting setting) {
    this.setting = setting;
  }

  /** A clock that follows the system's until it is told otherwise. */
  public static AdjustableClock system() {
    return new AdjustableClock(Setting.OF_SYSTEM);
  }

  /** A clock that stands still until it is told otherwise. */
  public static AdjustableClock fixed(Instant instant) {
    return new AdjustableClock(Setting.at(instant));
  }

  /** A clock of its own that shows the same time and goes on in the same way. */
  public AdjustableClock copy() {
    return new AdjustableClock(setting);
  }

  @Override
  public Instant instant() {
    return setting.instant();
  }

  /** Whether time stands still. */
  public boolean isFixed() {
    return setting.standing() != null;
  }

  /**
   * Lets the time pass; returns when everything that fell due has run.
   *
   * @param duration not negative
   */
  public synchronized void advance(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("Time can only be advanced: " + duration);
    }
    moveTo(setting.plus(duration));
  }

  /** Stops the time at that instant, before or after the present one. */
  public synchronized void fix(Instant instant) {
    moveTo(Setting.at(instant));
  }

  /** Follows the system's time again. */
  public synchronized void release() {
    moveTo(Setting.OF_SYSTEM);
  }

  /** Shows the time of the other clock and goes on as it does, without running anything. */
  public synchronized void follow(AdjustableClock other) {
    jumpTo(other.setting);
  }

  private void moveTo(Setting target) {
    if (target.instant().isBefore(instant())) {
      jumpTo(target);
      return;
    }
    tasks.skipRepeats(target.instant());
    Instant due = tasks.nextDue();
    while (due != null && !due.isAfter(target.instant())) {
      if (due.isAfter(instant())) {
        setting = Setting.at(due);
      }
      tasks.runNext(due);
      due = tasks.nextDue();
    }
    setting = target;
    tasks.clockMoved();
    tasks.awaitRunning();
  }

  /** Every task keeps the delay that is left to it. */
  private void jumpTo(Setting target) {
    Duration jump = Duration.between(instant(), target.instant());
    setting = target;
    tasks.shift(jump);
  }

  /** How long until then, in real time; empty while time stands still. */
  Optional<Duration> until(Instant due) {
    Setting present = setting;
    return present.standing() == null
        ? Optional.of(Duration.between(present.instant(), due))
        : Optional.empty();
  }

  Scheduler newScheduler() {
    return new TaskScheduler(this, tasks);
  }
}
