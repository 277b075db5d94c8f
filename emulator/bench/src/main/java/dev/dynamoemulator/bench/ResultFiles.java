package dev.dynamoemulator.bench;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes results as {@code bench.txt}, {@code bench.json} and {@code bench.svg}. */
final class ResultFiles {

  private ResultFiles() {}

  static void write(Path folder, List<Result> results, List<String> lines) {
    try {
      Files.createDirectories(folder);
      Files.write(folder.resolve("bench.txt"), lines);
      Files.writeString(folder.resolve("bench.svg"), SvgChart.of(results));
      writeJson(folder.resolve("bench.json"), results);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeJson(Path file, List<Result> results) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8)) {
      json.useDefaultPrettyPrinter();
      json.writeStartArray();
      for (Result result : results) {
        json.writeStartObject();
        json.writeStringField("operation", result.row());
        json.writeNumberField("connections", result.connections());
        json.writeStringField("target", result.target());
        json.writeNumberField("operationsPerSecond", result.perSecond());
        json.writeNumberField("p50Micros", result.p50());
        json.writeNumberField("p99Micros", result.p99());
        json.writeNumberField("cpuMicros", result.cpu());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }
}
