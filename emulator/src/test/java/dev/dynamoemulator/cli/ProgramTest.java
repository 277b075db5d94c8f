package dev.dynamoemulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dynamoemulator.Emulator;
import dev.dynamoemulator.EmulatorOption;
import dev.dynamoemulator.EmulatorOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exit codes and what is printed. */
class ProgramTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  static Stream<Arguments> misuses() {
    return Stream.of(
        misuse("Unknown option: '-nope'", "-nope"),
        misuse("Unknown option: '--inMemory'", "--inMemory"),
        misuse("Unknown command: 'serve'", "serve"),
        misuse("--port needs a value: <port>", "-port"),
        misuse("--port is given twice", "-port=1", "-port=2"),
        misuse("-port must be a number from 0 to 65535, but was 'abc'", "-port", "abc"),
        misuse("-port must be a number from 0 to 65535, but was '65536'", "--port", "65536"),
        misuse("-region must be a region such as us-east-1, but was 'a/b'", "-region", "a/b"),
        misuse("-account must be an account of 12 digits, but was '1'", "--account", "1"),
        misuse(
            "-holdTransactions must be a number of milliseconds, at least 0, but was '1s'",
            "--hold-transactions",
            "1s"),
        misuse("-wording must be one of newer, older, but was 'new'", "--wording", "new"),
        misuse(
            "-durability must be one of commit, sync, background, but was 'x'",
            "--durability",
            "x"),
        misuse("-cors must name at least one origin, or *, but was ','", "-cors", ","),
        misuse(
            "-logLevel must be OFF, SEVERE, WARNING, INFO, FINE, FINER, FINEST or ALL, but was"
                + " 'loud'",
            "--log-level",
            "loud"),
        misuse("-inMemory and -dbPath exclude each other", "-inMemory", "-dbPath", "d"),
        misuse("-inMemory and -dbPath exclude each other", "--db-path", "d", "--in-memory"),
        misuse("-optimizeDbBeforeStartup needs -dbPath", "-optimizeDbBeforeStartup"),
        misuse("Unknown option: '-inMemory'", "healthcheck", "-inMemory"),
        misuse("Unknown option: '-x'", "-jar", "DynamoDBLocal.jar", "-x"),
        misuse("Unknown option: '-jar'", "-jar", "-x"));
  }

  private static Arguments misuse(String message, String... args) {
    return arguments(message, args);
  }

  @ParameterizedTest
  @MethodSource("misuses")
  void endsMisuseWithOneLineAndTwo(String message, String[] args) {
    assertThat(run(Map.of(), args)).isEqualTo(2);

    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("dynamo-emulator: " + message + System.lineSeparator());
    assertThat(out.size()).isZero();
  }

  @Test
  void namesTheEnvironmentVariableThatIsWrong() {
    assertThat(run(Map.of("DYNAMO_EMULATOR_SHARED_DB", "maybe"))).isEqualTo(2);

    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "dynamo-emulator: DYNAMO_EMULATOR_SHARED_DB must be true or false, but was 'maybe'"
                + System.lineSeparator());
  }

  @Test
  void endsWithOneWhenThePortIsInUse() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());

      assertThat(run(Map.of(), "-port", port)).isEqualTo(1);
      assertThat(err.toString(StandardCharsets.UTF_8))
          .isEqualTo(
              "dynamo-emulator: Cannot listen on localhost:"
                  + port
                  + ": Address already in use"
                  + System.lineSeparator());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-help", "--help", "-h"})
  void showsEveryOption(String help) {
    assertThat(run(Map.of(), help)).isZero();

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains(Stream.of(EmulatorOption.values()).map(EmulatorOption::localName).toList())
        .contains(Stream.of(EmulatorOption.values()).map(EmulatorOption::kebabName).toList())
        .contains("healthcheck", "warm-up");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-version", "--version"})
  void showsItsVersion(String version) {
    assertThat(run(Map.of(), version)).isZero();

    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("dynamo-emulator ");
  }

  @Test
  void warmsUpWithoutAWord() {
    assertThat(run(Map.of(), "warm-up")).isZero();

    assertThat(out.size()).isZero();
    assertThat(err.size()).isZero();
  }

  @Test
  void findsARunningEmulatorHealthy() {
    try (Emulator emulator = Emulator.start(EmulatorOptions.builder().build())) {
      String port = Integer.toString(emulator.endpoint().getPort());

      assertThat(run(Map.of(), "healthcheck", "--port", port)).isZero();
      assertThat(run(Map.of("DYNAMO_EMULATOR_PORT", port), "healthcheck")).isZero();
      assertThat(err.size()).isZero();
    }
  }

  @Test
  void findsNothingHealthyWhereNothingListens() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = free.getLocalPort();
    }

    assertThat(run(Map.of(), "healthcheck", "-port", Integer.toString(port))).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "dynamo-emulator: nothing healthy on localhost:" + port + System.lineSeparator());
  }

  private int run(Map<String, String> environment, String... args) {
    return new Program(print(out), print(err), environment).run(args);
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
