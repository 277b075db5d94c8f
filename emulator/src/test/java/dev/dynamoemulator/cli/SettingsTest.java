package dev.dynamoemulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dynamoemulator.Durability;
import dev.dynamoemulator.EmulatorOption;
import dev.dynamoemulator.EmulatorOptions;
import dev.dynamoemulator.fixtures.signature.Credentials;
import dev.dynamoemulator.model.Limits;
import dev.dynamoemulator.model.Wording;
import dev.dynamoemulator.table.TransientDelays;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every option in its three spellings. */
class SettingsTest {

  private record Case(
      EmulatorOption option,
      String value,
      Function<EmulatorOptions, Object> reading,
      Object expected) {}

  private static final List<Case> CASES =
      List.of(
          new Case(EmulatorOption.PORT, "9000", EmulatorOptions::port, 9000),
          new Case(EmulatorOption.HOST, "0.0.0.0", EmulatorOptions::host, "0.0.0.0"),
          new Case(EmulatorOption.IN_MEMORY, null, EmulatorOptions::dbPath, Optional.empty()),
          new Case(
              EmulatorOption.DB_PATH,
              "data",
              EmulatorOptions::dbPath,
              Optional.of(Path.of("data"))),
          new Case(EmulatorOption.DURABILITY, "Sync", EmulatorOptions::durability, Durability.SYNC),
          new Case(EmulatorOption.SHARED_DB, null, EmulatorOptions::isSharedDb, true),
          new Case(EmulatorOption.REGION, "eu-west-2", EmulatorOptions::region, "eu-west-2"),
          new Case(
              EmulatorOption.ACCOUNT, "123456789012", EmulatorOptions::account, "123456789012"),
          new Case(
              EmulatorOption.SEED, "seed", EmulatorOptions::seed, Optional.of(Path.of("seed"))),
          new Case(
              EmulatorOption.DELAY_TRANSIENT_STATUSES,
              null,
              EmulatorOptions::transientDelays,
              delays(2000, 2000, 2000)),
          new Case(
              EmulatorOption.CREATE_DELAY,
              "50",
              EmulatorOptions::transientDelays,
              delays(50, 0, 0)),
          new Case(
              EmulatorOption.UPDATE_DELAY,
              "60",
              EmulatorOptions::transientDelays,
              delays(0, 60, 0)),
          new Case(
              EmulatorOption.DELETE_DELAY,
              "70",
              EmulatorOptions::transientDelays,
              delays(0, 0, 70)),
          new Case(EmulatorOption.STREAM_SHARDS, "4", EmulatorOptions::streamShards, 4),
          new Case(
              EmulatorOption.TIME_TO_LIVE_INTERVAL,
              "2",
              EmulatorOptions::timeToLiveInterval,
              Duration.ofSeconds(2)),
          new Case(
              EmulatorOption.HOLD_TRANSACTIONS,
              "250",
              EmulatorOptions::holdTransactions,
              Duration.ofMillis(250)),
          new Case(
              EmulatorOption.REPLICATION_LAG,
              "800",
              EmulatorOptions::replicationLag,
              Duration.ofMillis(800)),
          new Case(
              EmulatorOption.CLOCK,
              "2026-01-31T23:59:59+01:00",
              EmulatorOptions::clock,
              Optional.of(Instant.parse("2026-01-31T22:59:59Z"))),
          new Case(EmulatorOption.ADMIN, null, EmulatorOptions::isAdmin, true),
          new Case(
              EmulatorOption.ENFORCE_THROUGHPUT, null, EmulatorOptions::enforcesThroughput, true),
          new Case(
              EmulatorOption.KINESIS_ENDPOINT,
              "http://localhost:4567",
              EmulatorOptions::kinesisEndpoint,
              Optional.of(URI.create("http://localhost:4567"))),
          new Case(
              EmulatorOption.KINESIS_DIRECTORY,
              "records",
              EmulatorOptions::kinesisDirectory,
              Optional.of(Path.of("records"))),
          new Case(
              EmulatorOption.S3_ENDPOINT,
              "http://localhost:9090",
              EmulatorOptions::s3Endpoint,
              Optional.of(URI.create("http://localhost:9090"))),
          new Case(
              EmulatorOption.S3_DIR,
              "buckets",
              EmulatorOptions::s3Directory,
              Optional.of(Path.of("buckets"))),
          new Case(EmulatorOption.WORDING, "older", EmulatorOptions::wording, Wording.OLDER),
          new Case(
              EmulatorOption.CORS,
              "https://a.example, https://b.example,",
              EmulatorOptions::allowedOrigins,
              Set.of("https://a.example", "https://b.example")),
          new Case(
              EmulatorOption.DISABLE_TELEMETRY, null, EmulatorOptions::limits, Limits.DYNAMODB));

  private static TransientDelays delays(long create, long update, long delete) {
    return new TransientDelays(
        Duration.ofMillis(create), Duration.ofMillis(update), Duration.ofMillis(delete));
  }

  static Stream<Arguments> spellings() {
    return CASES.stream()
        .flatMap(
            row ->
                Stream.of(
                    arguments(row, onCommandLine(row.option.localName(), row.value), Map.of()),
                    arguments(row, onCommandLine(row.option.kebabName(), row.value), Map.of()),
                    arguments(
                        row,
                        new String[0],
                        Map.of(
                            row.option.environmentVariable(),
                            row.value == null ? "true" : row.value))));
  }

  private static String[] onCommandLine(String name, String value) {
    return value == null ? new String[] {name} : new String[] {name, value};
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void acceptsEverySpelling(Case row, String[] args, Map<String, String> environment) {
    EmulatorOptions options = Settings.of(Invocation.parse(args).options(), environment).options();

    assertThat(row.reading.apply(options)).isEqualTo(row.expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-jar DynamoDBLocal.jar -sharedDb -dbPath ./data",
        "-Djava.library.path=./DynamoDBLocal_lib -jar DynamoDBLocal.jar -sharedDb -dbPath ./data",
        "-Xmx512m -Djava.library.path=. -jar /opt/DynamoDBLocal.jar -dbPath ./data -sharedDb"
      })
  void acceptsTheArgumentsOfDynamoDbLocalsImage(String command) {
    EmulatorOptions options = settings(command.split(" ")).options();

    assertThat(options.isSharedDb()).isTrue();
    assertThat(options.dbPath()).hasValue(Path.of("./data"));
  }

  @Test
  void needsADirectoryToOptimize() {
    EmulatorOptions options = settings("-optimizeDbBeforeStartup", "-dbPath", "d").options();

    assertThat(options.optimizesDbBeforeStartup()).isTrue();
  }

  @Test
  void delaysWhatIsSetOnItsOwnBySoMuch() {
    EmulatorOptions options = settings("-delayTransientStatuses", "-createDelay", "0").options();

    assertThat(options.transientDelays()).isEqualTo(delays(0, 2000, 2000));
  }

  @Test
  void hasTheDefaultsOfTheTable() {
    Settings settings = settings();
    EmulatorOptions options = settings.options();

    assertThat(options.port()).isEqualTo(8000);
    assertThat(options.host()).isEqualTo("localhost");
    assertThat(options.dbPath()).isEmpty();
    assertThat(options.durability()).isEqualTo(Durability.COMMIT);
    assertThat(options.isSharedDb()).isFalse();
    assertThat(options.region()).isEqualTo("us-east-1");
    assertThat(options.account()).isEqualTo("000000000000");
    assertThat(options.seed()).isEmpty();
    assertThat(options.transientDelays()).isEqualTo(TransientDelays.NONE);
    assertThat(options.optimizesDbBeforeStartup()).isFalse();
    assertThat(options.holdTransactions()).isZero();
    assertThat(options.replicationLag()).isZero();
    assertThat(options.enforcesThroughput()).isFalse();
    assertThat(options.kinesisEndpoint()).isEmpty();
    assertThat(options.kinesisDirectory()).isEmpty();
    assertThat(options.s3Endpoint()).isEmpty();
    assertThat(options.s3Directory()).isEmpty();
    assertThat(options.wording()).isEqualTo(Wording.NEWER);
    assertThat(options.allowedOrigins()).containsExactly("*");
    assertThat(settings.logLevel()).isEqualTo(Level.WARNING);
  }

  @Test
  void prefersArgumentsToEnvironmentVariables() {
    Map<String, String> environment =
        Map.of("DYNAMO_EMULATOR_PORT", "1", "DYNAMO_EMULATOR_REGION", "eu-west-1");

    EmulatorOptions options =
        Settings.of(Invocation.parse(new String[] {"-port", "2"}).options(), environment).options();

    assertThat(options.port()).isEqualTo(2);
    assertThat(options.region()).isEqualTo("eu-west-1");
  }

  @Test
  void takesValuesAfterAnEqualsSign() {
    assertThat(settings("-port=9000", "--db-path=d").options().port()).isEqualTo(9000);
  }

  @Test
  void takesTheCredentialsOfTheAwsCli() {
    Map<String, String> environment =
        Map.of("AWS_ACCESS_KEY_ID", "a", "AWS_SECRET_ACCESS_KEY", "b", "AWS_SESSION_TOKEN", "c");

    assertThat(Settings.of(Map.of(), environment).options().credentials())
        .isEqualTo(new Credentials("a", "b", "c"));
    assertThat(settings().options().credentials()).isEqualTo(Credentials.ANY);
  }

  @Test
  void ignoresEmptyEnvironmentVariables() {
    assertThat(Settings.of(Map.of(), Map.of("DYNAMO_EMULATOR_PORT", "")).options().port())
        .isEqualTo(8000);
  }

  @Test
  void turnsFlagsOffByEnvironmentVariables() {
    Map<String, String> environment =
        Map.of("DYNAMO_EMULATOR_SHARED_DB", "false", "DYNAMO_EMULATOR_IN_MEMORY", "0");

    assertThat(Settings.of(Map.of(), environment).options().isSharedDb()).isFalse();
  }

  @Test
  void acceptsLogLevelsInAnyCase() {
    assertThat(settings("--log-level", "fine").logLevel()).isEqualTo(Level.FINE);
  }

  @Test
  void hasACaseForEveryOption() {
    Set<EmulatorOption> tested = EnumSet.of(EmulatorOption.OPTIMIZE_DB_BEFORE_STARTUP);
    tested.add(EmulatorOption.LOG_LEVEL);
    spellings().forEach(row -> tested.add(((Case) row.get()[0]).option));

    assertThat(tested).containsExactlyInAnyOrder(EmulatorOption.values());
  }

  private static Settings settings(String... args) {
    return Settings.of(Invocation.parse(args).options(), Map.of());
  }
}
