package dev.dynamoemulator.insight;

import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.WriteBatch;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableDescription;
import dev.dynamoemulator.table.TableObserver;
import dev.dynamoemulator.table.TransientDelays;
import dev.dynamoemulator.traffic.Meter;
import dev.dynamoemulator.traffic.Traffic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * The insights of all tables and global indexes: their settings, which are kept, and what is
 * counted while they are enabled, which is not. Nothing is counted, and nothing costs time, while
 * none are. Thread-safe.
 */
public final class ContributorInsights implements TableObserver, Traffic {

  private static final String COLLECTION = "insights";

  private final Storage storage;
  private final Environment environment;
  private final TransientDelays delays;
  private final Traffic limits;
  private final Map<String, InsightSetting> settings = new ConcurrentHashMap<>();
  private final Map<String, KeyTraffic> counted = new ConcurrentHashMap<>();

  private ContributorInsights(
      Storage storage, Environment environment, TransientDelays delays, Traffic limits) {
    this.storage = storage;
    this.environment = environment;
    this.delays = delays;
    this.limits = limits;
  }

  /**
   * Opens the insights of a store and follows its tables. To be called before tables are used.
   *
   * @param limits what refuses traffic, so that refusals are counted
   */
  public static ContributorInsights open(
      Catalogue catalogue,
      Storage storage,
      Environment environment,
      TransientDelays delays,
      Traffic limits) {
    ContributorInsights insights = new ContributorInsights(storage, environment, delays, limits);
    for (Table table : catalogue.allTables()) {
      InsightTarget.all(table.description()).forEach(insights::load);
    }
    catalogue.observe(insights);
    return insights;
  }

  private void load(InsightTarget target) {
    byte[] value = storage.get(COLLECTION, key(target));
    if (value != null) {
      InsightSetting setting = SettingCodec.decode(value);
      settings.put(target.id(), setting);
      apply(target, setting);
      settleLater(target, setting);
    }
  }

  /** Whether they were ever switched. */
  public boolean areKnown(InsightTarget target) {
    return settings.containsKey(target.id());
  }

  public InsightSetting setting(InsightTarget target) {
    return settings.getOrDefault(target.id(), InsightSetting.NEVER_CHANGED);
  }

  /**
   * Switches insights on.
   *
   * @return the setting to answer with
   */
  public InsightSetting enable(InsightTarget target, InsightMode mode) {
    return change(target, setting -> setting.switchedOn(mode, environment.now()));
  }

  /** Switches insights off. */
  public InsightSetting disable(InsightTarget target) {
    return change(target, setting -> setting.switchedOff(environment.now()));
  }

  private InsightSetting change(InsightTarget target, UnaryOperator<InsightSetting> change) {
    InsightSetting changed = replace(target, change);
    settleLater(target, changed);
    return changed;
  }

  private synchronized InsightSetting replace(
      InsightTarget target, UnaryOperator<InsightSetting> change) {
    InsightSetting before = setting(target);
    InsightSetting after = change.apply(before);
    if (!after.equals(before)) {
      storage.commit(new WriteBatch().put(COLLECTION, key(target), SettingCodec.encode(after)));
      settings.put(target.id(), after);
      apply(target, after);
    }
    return after;
  }

  private void settleLater(InsightTarget target, InsightSetting setting) {
    if (setting.status().isSettled()) {
      return;
    }
    Duration delay = delays.update();
    if (delay.isZero()) {
      settle(target, setting);
    } else {
      environment.scheduler().schedule(delay, () -> settle(target, setting));
    }
  }

  /** The setting may have been changed again meanwhile, or be gone with its table. */
  private synchronized void settle(InsightTarget target, InsightSetting expected) {
    if (expected.equals(settings.get(target.id()))) {
      replace(target, InsightSetting::settled);
    }
  }

  private void apply(InsightTarget target, InsightSetting setting) {
    if (setting.status() == InsightStatus.ENABLED) {
      counted.put(
          target.collection(), new KeyTraffic(target.key(), setting.mode(), environment.clock()));
    } else {
      counted.remove(target.collection());
    }
  }

  @Override
  public Meter meter(String collection) {
    Meter limit = limits.meter(collection);
    KeyTraffic keys = counted.isEmpty() ? null : counted.get(collection);
    return keys == null ? limit : new CountingMeter(keys, limit);
  }

  /**
   * The largest contributors to the traffic of a table or index.
   *
   * @param window how far to look back, up to an hour
   * @param limit how many of each kind
   * @return empty when its insights are not enabled
   */
  public Optional<ContributorReport> report(InsightTarget target, Duration window, int limit) {
    return Optional.ofNullable(counted.get(target.collection()))
        .map(keys -> keys.report(window, Math.min(limit, TopKeys.CAPACITY)));
  }

  /** Forgets the setting of an index, or of a whole table, that goes. */
  @Override
  public synchronized void changing(WriteBatch batch, Table table, TableDescription after) {
    Set<String> remaining = new HashSet<>();
    if (after != null) {
      InsightTarget.all(after).forEach(target -> remaining.add(target.id()));
    }
    for (InsightTarget target : InsightTarget.all(table.description())) {
      if (!remaining.contains(target.id()) && settings.remove(target.id()) != null) {
        batch.remove(COLLECTION, key(target));
        counted.remove(target.collection());
      }
    }
  }

  private static byte[] key(InsightTarget target) {
    return target.id().getBytes(StandardCharsets.UTF_8);
  }
}
