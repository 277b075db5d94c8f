package dev.dynamoemulator;

import dev.dynamoemulator.model.Wording;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.stream.Collectors;

/**
 * The one table of options: the command line, the environment variables, the builder and the
 * documentation follow it. An option is written as DynamoDB Local writes it ({@code -dbPath}), in
 * kebab case ({@code --db-path}), or as an environment variable ({@code DYNAMO_EMULATOR_DB_PATH}).
 */
public enum EmulatorOption {
  PORT(
      "port",
      "<port>",
      "8000",
      "Port to listen on; 0 for any free one.",
      (builder, value) -> builder.port(number(value))),
  HOST(
      "host",
      "<address>",
      "localhost",
      "Address to listen on; 0.0.0.0 for all of this machine.",
      EmulatorOptions.Builder::host),
  IN_MEMORY(
      "inMemory",
      null,
      "true",
      "Keep tables in memory. The default; excludes -dbPath.",
      (builder, value) -> builder.inMemory(flag(value))),
  DB_PATH(
      "dbPath",
      "<directory>",
      null,
      "Keep tables in a file in this directory.",
      (builder, value) -> builder.dbPath(Path.of(value))),
  DURABILITY(
      "durability",
      "commit|sync|background",
      "commit",
      "What a write to the file has survived when it is answered: the end of the process, a power"
          + " failure, or nothing yet.",
      (builder, value) -> builder.durability(constant(Durability.class, value))),
  OPTIMIZE_DB_BEFORE_STARTUP(
      "optimizeDbBeforeStartup",
      null,
      "false",
      "Compact the file before the start, if a killed process has left it uncompacted. Needs"
          + " -dbPath.",
      (builder, value) -> builder.optimizeDbBeforeStartup(flag(value))),
  SHARED_DB(
      "sharedDb",
      null,
      "false",
      "Show all accounts and regions the same tables.",
      (builder, value) -> builder.sharedDb(flag(value))),
  REGION(
      "region",
      "<region>",
      "us-east-1",
      "Region of the health check and of a shared database.",
      EmulatorOptions.Builder::region),
  ACCOUNT(
      "account",
      "<account>",
      "000000000000",
      "Account of callers whose access key id is not an account of 12 digits.",
      EmulatorOptions.Builder::account),
  SEED(
      "seed",
      "<directory>",
      null,
      "Load tables and items from this directory before the start.",
      (builder, value) -> builder.seed(Path.of(value))),
  DELAY_TRANSIENT_STATUSES(
      "delayTransientStatuses",
      null,
      "false",
      "Stay in CREATING, UPDATING and DELETING for a while, as the service does.",
      (builder, value) -> builder.delayTransientStatuses(flag(value))),
  CREATE_DELAY(
      "createDelay",
      "<millis>",
      null,
      "Stay in CREATING so long, whatever -delayTransientStatuses says.",
      (builder, value) -> builder.createDelay(Duration.ofMillis(number(value)))),
  UPDATE_DELAY(
      "updateDelay",
      "<millis>",
      null,
      "The same for UPDATING, and for each of the two phases of making an index.",
      (builder, value) -> builder.updateDelay(Duration.ofMillis(number(value)))),
  DELETE_DELAY(
      "deleteDelay",
      "<millis>",
      null,
      "The same for DELETING.",
      (builder, value) -> builder.deleteDelay(Duration.ofMillis(number(value)))),
  STREAM_SHARDS(
      "streamShards",
      "<number>",
      "1",
      "Shards that a new stream has, so that consumers have several to follow.",
      (builder, value) -> builder.streamShards(number(value))),
  TIME_TO_LIVE_INTERVAL(
      "timeToLiveInterval",
      "<seconds>",
      "10",
      "Time from one sweep of expired items to the next.",
      (builder, value) -> builder.timeToLiveInterval(Duration.ofSeconds(number(value)))),
  HOLD_TRANSACTIONS(
      "holdTransactions",
      "<millis>",
      "0",
      "Hold each write transaction so long between prepare and commit, to provoke conflicts.",
      (builder, value) -> builder.holdTransactions(Duration.ofMillis(number(value)))),
  REPLICATION_LAG(
      "replicationLag",
      "<millis>",
      "0",
      "Time that a write of a global table takes to the other regions; 0 for none.",
      (builder, value) -> builder.replicationLag(Duration.ofMillis(number(value)))),
  CLOCK(
      "clock",
      "<time>",
      null,
      "Time to start at and to stand still at, such as 2026-01-31T23:59:59Z.",
      (builder, value) -> builder.clock(instant(value))),
  ADMIN(
      "admin",
      null,
      "false",
      "Let other machines use the endpoints below /_emulator too.",
      (builder, value) -> builder.admin(flag(value))),
  ENFORCE_THROUGHPUT(
      "enforceThroughput",
      null,
      "false",
      "Throttle what exceeds provisioned units, maxima of on-demand mode, or a partition.",
      (builder, value) -> builder.enforceThroughput(flag(value))),
  KINESIS_ENDPOINT(
      "kinesisEndpoint",
      "<url>",
      null,
      "Kinesis API that takes the records of streaming destinations.",
      (builder, value) -> builder.kinesisEndpoint(uri(value))),
  KINESIS_DIRECTORY(
      "kinesisDirectory",
      "<directory>",
      null,
      "Write the records of streaming destinations to files here. Below -dbPath when not given.",
      (builder, value) -> builder.kinesisDirectory(Path.of(value))),
  S3_ENDPOINT(
      "s3Endpoint",
      "<url>",
      null,
      "S3 API whose buckets exports go to and imports come from.",
      (builder, value) -> builder.s3Endpoint(uri(value))),
  S3_DIR(
      "s3Dir",
      "<directory>",
      null,
      "Take folders in this directory for buckets. The folder s3 below -dbPath, or the current one,"
          + " when not given.",
      (builder, value) -> builder.s3Directory(Path.of(value))),
  WORDING(
      "wording",
      "newer|older",
      "newer",
      "Generation of the service's message texts to answer in.",
      (builder, value) -> builder.wording(constant(Wording.class, value))),
  CORS(
      "cors",
      "<origins>",
      "*",
      "Comma-separated web origins whose scripts may call.",
      (builder, value) -> builder.allowedOrigins(list(value))),
  LOG_LEVEL(
      "logLevel",
      "<level>",
      "WARNING",
      "Level of java.util.logging: OFF, SEVERE, WARNING, INFO, FINE, FINER, FINEST or ALL.",
      (builder, value) -> level(value)),
  DISABLE_TELEMETRY(
      "disableTelemetry",
      null,
      "true",
      "Accepted and of no effect: nothing is ever sent.",
      (builder, value) -> flag(value));

  private final String localName;
  private final String valueLabel;
  private final String defaultValue;
  private final String description;
  private final BiConsumer<EmulatorOptions.Builder, String> setter;

  EmulatorOption(
      String localName,
      String valueLabel,
      String defaultValue,
      String description,
      BiConsumer<EmulatorOptions.Builder, String> setter) {
    this.localName = localName;
    this.valueLabel = valueLabel;
    this.defaultValue = defaultValue;
    this.description = description;
    this.setter = setter;
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

  /** The option as messages name it. */
  @Override
  public String toString() {
    return localName();
  }

  private static int number(String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static Instant instant(String value) {
    try {
      return OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("must be a time such as 2026-01-31T23:59:59Z", e);
    }
  }

  private static URI uri(String value) {
    try {
      return new URI(value);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("must be a URL such as http://localhost:4567", e);
    }
  }

  private static boolean flag(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw new IllegalArgumentException("must be true or false");
    };
  }

  private static Set<String> list(String value) {
    return Arrays.stream(value.split(","))
        .map(String::trim)
        .filter(element -> !element.isEmpty())
        .collect(Collectors.toSet());
  }

  private static Level level(String value) {
    try {
      return Level.parse(value.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "must be OFF, SEVERE, WARNING, INFO, FINE, FINER, FINEST or ALL", e);
    }
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String value) {
    List<String> names = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      String name = constant.name().toLowerCase(Locale.ROOT);
      if (name.equals(value.toLowerCase(Locale.ROOT))) {
        return constant;
      }
      names.add(name);
    }
    throw new IllegalArgumentException("must be one of " + String.join(", ", names));
  }
}
