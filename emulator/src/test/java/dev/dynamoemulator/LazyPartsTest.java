package dev.dynamoemulator;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only some need costs nobody else time at the start: its classes are loaded when used. */
@Timeout(60)
class LazyPartsTest {

  private static Set<String> loaded;

  @BeforeAll
  static void loadClasses() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load=info:stdout:none",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                PutProgram.class.getName())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader output = process.inputReader(StandardCharsets.US_ASCII)) {
      loaded = output.lines().map(line -> line.split(" ")[0]).collect(toSet());
    }
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void loadsWhatPuttingAnItemNeeds() throws IOException {
    assertThat(loaded)
        .contains("dev.dynamoemulator.operation.item.PutItem", "dev.dynamoemulator.engine.Engine");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.amazon.ion",
        "de.siegmar.fastcsv",
        "io.airlift.compress",
        "java.net.http.",
        "jdk.internal.net.http.",
        "software.amazon.awssdk.",
        "io.javalin.",
        "org.eclipse.jetty.",
        "picocli.",
        "com.sun.net.httpserver.",
        "dev.dynamoemulator.transfer.format.Ion",
        "dev.dynamoemulator.transfer.format.Csv",
        "dev.dynamoemulator.transfer.format.Json",
        "dev.dynamoemulator.transfer.bucket.HttpBuckets",
        "dev.dynamoemulator.kinesis.HttpSink",
        "dev.dynamoemulator.vector.",
        "dev.dynamoemulator.throughput.ThroughputMeter",
      })
  void leavesUnloaded(String prefix) {
    assertThat(loaded).filteredOn(name -> name.startsWith(prefix)).isEmpty();
  }
}
