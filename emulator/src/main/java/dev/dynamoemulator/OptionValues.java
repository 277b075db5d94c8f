package dev.dynamoemulator;

import dev.dynamoemulator.table.TransientDelays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The values of options by their names, as a JSON writer takes them; null for one not set. */
final class OptionValues {

  private final Map<String, Object> values = new LinkedHashMap<>();

  private OptionValues() {}

  static Map<String, Object> of(EmulatorOptions options) {
    TransientDelays delays = options.transientDelays();
    return new OptionValues()
        .with(EmulatorOption.PORT, options.port())
        .with(EmulatorOption.HOST, options.host())
        .with(EmulatorOption.IN_MEMORY, options.dbPath().isEmpty())
        .with(EmulatorOption.DB_PATH, text(options.dbPath()))
        .with(EmulatorOption.DURABILITY, name(options.durability()))
        .with(EmulatorOption.OPTIMIZE_DB_BEFORE_STARTUP, options.optimizesDbBeforeStartup())
        .with(EmulatorOption.SHARED_DB, options.isSharedDb())
        .with(EmulatorOption.REGION, options.region())
        .with(EmulatorOption.ACCOUNT, options.account())
        .with(EmulatorOption.SEED, text(options.seed()))
        .with(EmulatorOption.DELAY_TRANSIENT_STATUSES, !delays.equals(TransientDelays.NONE))
        .with(EmulatorOption.CREATE_DELAY, delays.create().toMillis())
        .with(EmulatorOption.UPDATE_DELAY, delays.update().toMillis())
        .with(EmulatorOption.DELETE_DELAY, delays.delete().toMillis())
        .with(EmulatorOption.STREAM_SHARDS, options.streamShards())
        .with(EmulatorOption.TIME_TO_LIVE_INTERVAL, options.timeToLiveInterval().toSeconds())
        .with(EmulatorOption.HOLD_TRANSACTIONS, options.holdTransactions().toMillis())
        .with(EmulatorOption.REPLICATION_LAG, options.replicationLag().toMillis())
        .with(EmulatorOption.ENFORCE_THROUGHPUT, options.enforcesThroughput())
        .with(EmulatorOption.KINESIS_ENDPOINT, text(options.kinesisEndpoint()))
        .with(EmulatorOption.KINESIS_DIRECTORY, text(options.kinesisDirectory()))
        .with(EmulatorOption.CLOCK, text(options.clock()))
        .with(EmulatorOption.ADMIN, options.isAdmin())
        .with(EmulatorOption.WORDING, name(options.wording()))
        .with(EmulatorOption.CORS, String.join(",", options.allowedOrigins()))
        .values;
  }

  private OptionValues with(EmulatorOption option, Object value) {
    values.put(option.localName().substring(1), value);
    return this;
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse(null);
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
