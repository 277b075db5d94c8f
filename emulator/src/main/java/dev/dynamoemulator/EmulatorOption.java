package dev.dynamoemulator;

import dev.dynamoemulator.model.Wording;
import dev.dynamoemulator.table.TransientDelays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The one table of options: the command line, the environment variables, the endpoint that shows
 * them and the documentation follow it. An option is written as DynamoDB Local writes it ({@code
 * -dbPath}), in kebab case ({@code --db-path}), or as an environment variable ({@code
 * DYNAMO_EMULATOR_DB_PATH}).
 */
public enum EmulatorOption {
  PORT(
      "port",
      "<port>",
      "8000",
      "Port to listen on; 0 for any free one.",
      OptionType.NUMBER,
      EmulatorOptions.Builder::port,
      EmulatorOptions::port),
  HOST(
      "host",
      "<address>",
      "localhost",
      "Address to listen on; 0.0.0.0 for all of this machine.",
      OptionType.TEXT,
      EmulatorOptions.Builder::host,
      EmulatorOptions::host),
  IN_MEMORY(
      "inMemory",
      null,
      "true",
      "Keep tables in memory. The default; excludes -dbPath.",
      OptionType.FLAG,
      EmulatorOptions.Builder::inMemory,
      options -> options.dbPath().isEmpty()),
  DB_PATH(
      "dbPath",
      "<directory>",
      null,
      "Keep tables in a file in this directory.",
      OptionType.PATH,
      EmulatorOptions.Builder::dbPath,
      options -> options.dbPath().orElse(null)),
  DURABILITY(
      "durability",
      "commit|sync|background",
      "commit",
      "What a write to the file has survived when it is answered: the end of the process, a power"
          + " failure, or nothing yet.",
      OptionType.constant(Durability.class),
      EmulatorOptions.Builder::durability,
      EmulatorOptions::durability),
  OPTIMIZE_DB_BEFORE_STARTUP(
      "optimizeDbBeforeStartup",
      null,
      "false",
      "Compact the file before the start, if a killed process has left it uncompacted. Needs"
          + " -dbPath.",
      OptionType.FLAG,
      EmulatorOptions.Builder::optimizeDbBeforeStartup,
      EmulatorOptions::optimizesDbBeforeStartup),
  SHARED_DB(
      "sharedDb",
      null,
      "false",
      "Show all accounts and regions the same tables.",
      OptionType.FLAG,
      EmulatorOptions.Builder::sharedDb,
      EmulatorOptions::isSharedDb),
  REGION(
      "region",
      "<region>",
      "us-east-1",
      "Region of the health check and of a shared database.",
      OptionType.TEXT,
      EmulatorOptions.Builder::region,
      EmulatorOptions::region),
  ACCOUNT(
      "account",
      "<account>",
      "000000000000",
      "Account of callers whose access key id is not an account of 12 digits.",
      OptionType.TEXT,
      EmulatorOptions.Builder::account,
      EmulatorOptions::account),
  SEED(
      "seed",
      "<path>",
      null,
      "Load tables and items from this directory, or model of NoSQL Workbench, before the start.",
      OptionType.PATH,
      EmulatorOptions.Builder::seed,
      options -> options.seed().orElse(null)),
  DELAY_TRANSIENT_STATUSES(
      "delayTransientStatuses",
      null,
      "false",
      "Stay in CREATING, UPDATING and DELETING for a while, as the service does.",
      OptionType.FLAG,
      EmulatorOptions.Builder::delayTransientStatuses,
      options -> !options.transientDelays().equals(TransientDelays.NONE)),
  CREATE_DELAY(
      "createDelay",
      "<millis>",
      null,
      "Stay in CREATING so long, whatever -delayTransientStatuses says.",
      OptionType.MILLIS,
      EmulatorOptions.Builder::createDelay,
      options -> options.transientDelays().create()),
  UPDATE_DELAY(
      "updateDelay",
      "<millis>",
      null,
      "The same for UPDATING, and for each of the two phases of making an index.",
      OptionType.MILLIS,
      EmulatorOptions.Builder::updateDelay,
      options -> options.transientDelays().update()),
  DELETE_DELAY(
      "deleteDelay",
      "<millis>",
      null,
      "The same for DELETING.",
      OptionType.MILLIS,
      EmulatorOptions.Builder::deleteDelay,
      options -> options.transientDelays().delete()),
  STREAM_SHARDS(
      "streamShards",
      "<number>",
      "1",
      "Shards that a new stream has, so that consumers have several to follow.",
      OptionType.NUMBER,
      EmulatorOptions.Builder::streamShards,
      EmulatorOptions::streamShards),
  TIME_TO_LIVE_INTERVAL(
      "timeToLiveInterval",
      "<seconds>",
      "10",
      "Time from one sweep of expired items to the next.",
      OptionType.SECONDS,
      EmulatorOptions.Builder::timeToLiveInterval,
      EmulatorOptions::timeToLiveInterval),
  HOLD_TRANSACTIONS(
      "holdTransactions",
      "<millis>",
      "0",
      "Hold each write transaction so long between prepare and commit, to provoke conflicts.",
      OptionType.MILLIS,
      EmulatorOptions.Builder::holdTransactions,
      EmulatorOptions::holdTransactions),
  REPLICATION_LAG(
      "replicationLag",
      "<millis>",
      "0",
      "Time that a write of a global table takes to the other regions; 0 for none.",
      OptionType.MILLIS,
      EmulatorOptions.Builder::replicationLag,
      EmulatorOptions::replicationLag),
  CLOCK(
      "clock",
      "<time>",
      null,
      "Time to start at and to stand still at, such as 2026-01-31T23:59:59Z.",
      OptionType.INSTANT,
      EmulatorOptions.Builder::clock,
      options -> options.clock().orElse(null)),
  ADMIN(
      "admin",
      null,
      "false",
      "Let other machines use the endpoints below /_emulator too.",
      OptionType.FLAG,
      EmulatorOptions.Builder::admin,
      EmulatorOptions::isAdmin),
  ENFORCE_THROUGHPUT(
      "enforceThroughput",
      null,
      "false",
      "Throttle what exceeds provisioned units, maxima of on-demand mode, or a partition.",
      OptionType.FLAG,
      EmulatorOptions.Builder::enforceThroughput,
      EmulatorOptions::enforcesThroughput),
  KINESIS_ENDPOINT(
      "kinesisEndpoint",
      "<url>",
      null,
      "Kinesis API that takes the records of streaming destinations.",
      OptionType.URL,
      EmulatorOptions.Builder::kinesisEndpoint,
      options -> options.kinesisEndpoint().orElse(null)),
  KINESIS_DIRECTORY(
      "kinesisDirectory",
      "<directory>",
      null,
      "Write the records of streaming destinations to files here. Below -dbPath when not given.",
      OptionType.PATH,
      EmulatorOptions.Builder::kinesisDirectory,
      options -> options.kinesisDirectory().orElse(null)),
  S3_ENDPOINT(
      "s3Endpoint",
      "<url>",
      null,
      "S3 API whose buckets exports go to and imports come from.",
      OptionType.URL,
      EmulatorOptions.Builder::s3Endpoint,
      options -> options.s3Endpoint().orElse(null)),
  S3_DIR(
      "s3Dir",
      "<directory>",
      null,
      "Take folders in this directory for buckets. The folder s3 below -dbPath, or the current one,"
          + " when not given.",
      OptionType.PATH,
      EmulatorOptions.Builder::s3Directory,
      options -> options.s3Directory().orElse(null)),
  WORDING(
      "wording",
      "newer|older",
      "newer",
      "Generation of the service's message texts to answer in.",
      OptionType.constant(Wording.class),
      EmulatorOptions.Builder::wording,
      EmulatorOptions::wording),
  CORS(
      "cors",
      "<origins>",
      "*",
      "Comma-separated web origins whose scripts may call.",
      OptionType.LIST,
      EmulatorOptions.Builder::allowedOrigins,
      EmulatorOptions::allowedOrigins),
  LOG_LEVEL(
      "logLevel",
      "<level>",
      "WARNING",
      "Level of java.util.logging: OFF, SEVERE, WARNING, INFO, FINE, FINER, FINEST or ALL.",
      OptionType.LEVEL),
  DISABLE_TELEMETRY(
      "disableTelemetry",
      null,
      "true",
      "Accepted and of no effect: nothing is ever sent.",
      OptionType.FLAG);

  private final String localName;
  private final String valueLabel;
  private final String defaultValue;
  private final String description;
  private final BiConsumer<EmulatorOptions.Builder, String> setter;
  private final Function<EmulatorOptions, Object> getter;

  /** An option of the program rather than of the emulator: its value is only checked. */
  EmulatorOption(
      String localName,
      String valueLabel,
      String defaultValue,
      String description,
      OptionType<?> type) {
    this.localName = localName;
    this.valueLabel = valueLabel;
    this.defaultValue = defaultValue;
    this.description = description;
    this.setter = (builder, value) -> type.parse(value);
    this.getter = null;
  }

  /**
   * @param getter answers null for a value that is not set
   */
  <T> EmulatorOption(
      String localName,
      String valueLabel,
      String defaultValue,
      String description,
      OptionType<T> type,
      BiConsumer<EmulatorOptions.Builder, T> setter,
      Function<EmulatorOptions, T> getter) {
    this.localName = localName;
    this.valueLabel = valueLabel;
    this.defaultValue = defaultValue;
    this.description = description;
    this.setter = (builder, value) -> setter.accept(builder, type.parse(value));
    this.getter = options -> type.json(getter.apply(options));
  }

  /** As DynamoDB Local writes it, such as {@code -dbPath}. */
  public String localName() {
    return "-" + localName;
  }

  /** Such as {@code --db-path}. */
  public String kebabName() {
    return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Such as {@code DYNAMO_EMULATOR_DB_PATH}. */
  public String environmentVariable() {
    return "DYNAMO_EMULATOR_" + name();
  }

  /** What the value looks like; null when the option is a mere flag. */
  public String valueLabel() {
    return valueLabel;
  }

  public boolean isFlag() {
    return valueLabel == null;
  }

  /** What the command line assumes; null when there is no default. */
  public String defaultValue() {
    return defaultValue;
  }

  public String description() {
    return description;
  }

  /**
   * Sets the option. Those of the program rather than of the emulator are only checked.
   *
   * @throws IllegalArgumentException when the value is not allowed; the message says which are
   */
  public void set(EmulatorOptions.Builder builder, String value) {
    setter.accept(builder, value);
  }

  /** The values by the options' names, as a JSON writer takes them; null for one not set. */
  static Map<String, Object> valuesIn(EmulatorOptions options) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (EmulatorOption option : values()) {
      if (option.getter != null) {
        values.put(option.localName, option.getter.apply(options));
      }
    }
    return values;
  }

  /** The option as messages name it. */
  @Override
  public String toString() {
    return localName();
  }
}
