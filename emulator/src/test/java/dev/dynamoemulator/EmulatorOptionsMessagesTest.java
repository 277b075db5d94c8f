package dev.dynamoemulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EmulatorOptionsMessagesTest {

  static Stream<Arguments> wrong() {
    return Stream.of(
        wrong(builder -> builder.port(-1), "must be a number from 0 to 65535"),
        wrong(builder -> builder.port(65536), "must be a number from 0 to 65535"),
        wrong(builder -> builder.host(" "), "must not be empty"),
        wrong(builder -> builder.region(""), "must be a region such as us-east-1"),
        wrong(builder -> builder.region("us_east"), "must be a region such as us-east-1"),
        wrong(builder -> builder.account("12345678901"), "must be an account of 12 digits"),
        wrong(builder -> builder.account("1234567890123"), "must be an account of 12 digits"),
        wrong(builder -> builder.account("12345678901x"), "must be an account of 12 digits"),
        wrong(builder -> builder.allowedOrigins(Set.of()), "must name at least one origin, or *"),
        wrong(
            builder -> builder.holdTransactions(Duration.ofMillis(-1)),
            "must be a number of milliseconds, at least 0"),
        wrong(
            builder -> builder.replicationLag(Duration.ofMillis(-1)),
            "must be a number of milliseconds, at least 0"),
        wrong(
            builder -> builder.kinesisEndpoint(URI.create("localhost:4567")),
            "must be a URL such as http://localhost:4567"),
        wrong(
            builder -> builder.s3Endpoint(URI.create("localhost:9090")),
            "must be a URL such as http://localhost:9090"),
        wrong(
            builder -> builder.inMemory(true).dbPath(Path.of("d")).build(),
            "-inMemory and -dbPath exclude each other"),
        wrong(
            builder -> builder.optimizeDbBeforeStartup(true).build(),
            "-optimizeDbBeforeStartup needs -dbPath"));
  }

  private static Arguments wrong(Consumer<EmulatorOptions.Builder> call, String message) {
    return arguments(call, message);
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void saysWhatWouldBeRight(Consumer<EmulatorOptions.Builder> call, String message) {
    EmulatorOptions.Builder builder = EmulatorOptions.builder();

    assertThatThrownBy(() -> call.accept(builder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void acceptsTheLimits() {
    assertThat(EmulatorOptions.builder().port(0).build().port()).isZero();
    assertThat(EmulatorOptions.builder().port(65535).build().port()).isEqualTo(65535);
  }
}
