package dev.dynamoemulator.operation.global;

import static dev.dynamoemulator.operation.global.GlobalFixture.EAST;
import static dev.dynamoemulator.operation.global.GlobalFixture.OHIO;
import static dev.dynamoemulator.operation.global.GlobalFixture.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dynamoemulator.EmulatorOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is written where, and however it gets about: in the end all replicas are the same. */
@Timeout(120)
class ConvergenceTest {

  private static final String[] REGIONS = {EAST, WEST, OHIO};
  private static final int STEPS = 600;
  private static final int ITEMS = 12;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void convergesToTheLastWriteOfEachItem(long seed) {
    try (GlobalFixture regions = GlobalFixture.lagging(Duration.ofMillis(500))) {
      regions.createGlobal("songs", WEST, OHIO);
      Map<String, String> expected = new TreeMap<>();

      act(regions, new Random(seed), expected);
      regions.emulator.replication().resume();
      regions.advance(Duration.ofMinutes(1));

      for (String region : REGIONS) {
        assertThat(items(regions, region)).as(region).isEqualTo(expected);
      }
      assertStreamsEndAlike(regions, expected);
    }
  }

  private static void act(GlobalFixture regions, Random random, Map<String, String> expected) {
    for (int step = 0; step < STEPS; step++) {
      String region = REGIONS[random.nextInt(REGIONS.length)];
      String item = "i" + random.nextInt(ITEMS);
      switch (random.nextInt(12)) {
        case 0 -> regions.emulator.replication().pause();
        case 1, 2 -> regions.emulator.replication().resume();
        case 3 -> regions.emulator.replication().lagBy(Duration.ofMillis(random.nextInt(2_000)));
        case 4, 5 -> regions.advance(Duration.ofMillis(random.nextInt(800)));
        case 6, 7 -> {
          regions.delete(region, "songs", item);
          expected.remove(item);
        }
        default -> {
          String value = "v" + random.nextInt(5);
          regions.put(region, "songs", item, value);
          expected.put(item, value);
        }
      }
    }
  }

  /** Whoever repeats the records of a stream gets the table that it is of. */
  private static void assertStreamsEndAlike(GlobalFixture regions, Map<String, String> expected) {
    for (String region : REGIONS) {
      Map<String, String> repeated = new TreeMap<>();
      for (JsonNode record : regions.records(region, "songs")) {
        JsonNode change = record.get("dynamodb");
        String key = change.at("/Keys/pk/S").asText();
        if (change.has("NewImage")) {
          repeated.put(key, change.at("/NewImage/v/S").asText());
        } else {
          repeated.remove(key);
        }
      }
      assertThat(repeated).as(region).isEqualTo(expected);
    }
  }

  private static Map<String, String> items(GlobalFixture regions, String region) {
    Map<String, String> items = new TreeMap<>();
    regions
        .call(region, "Scan", "{'TableName':'songs'}")
        .get("Items")
        .forEach(item -> items.put(item.at("/pk/S").asText(), item.at("/v/S").asText()));
    return items;
  }

  @Test
  void convergesWhenAllRegionsWriteAtOnce() throws Exception {
    try (GlobalFixture regions = GlobalFixture.create()) {
      regions.createGlobal("songs", WEST, OHIO);
      List<CompletableFuture<Void>> writers = new ArrayList<>();
      for (int writer = 0; writer < 6; writer++) {
        Random random = new Random(writer);
        String region = REGIONS[writer % REGIONS.length];
        writers.add(CompletableFuture.runAsync(() -> write(regions, region, random)));
      }

      for (CompletableFuture<Void> writer : writers) {
        writer.get(60, TimeUnit.SECONDS);
      }

      assertThat(items(regions, WEST)).isEqualTo(items(regions, EAST));
      assertThat(items(regions, OHIO)).isEqualTo(items(regions, EAST));
    }
  }

  private static void write(GlobalFixture regions, String region, Random random) {
    for (int i = 0; i < 200; i++) {
      String item = "i" + random.nextInt(ITEMS);
      if (random.nextInt(3) == 0) {
        regions.delete(region, "songs", item);
      } else {
        regions.put(region, "songs", item, "v" + random.nextInt());
      }
    }
  }

  @Test
  void replicatesAfterARestartWhatWasOnItsWay(@TempDir Path directory) {
    EmulatorOptions options =
        EmulatorOptions.builder().dbPath(directory).replicationLag(Duration.ofSeconds(1)).build();
    try (GlobalFixture regions = new GlobalFixture(options)) {
      regions.createGlobal("songs", WEST);
      regions.put(EAST, "songs", "a", "1");
      regions.put(WEST, "songs", "a", "2");
      regions.put(EAST, "songs", "b", "3");
      regions.delete(WEST, "songs", "b");
    }

    try (GlobalFixture regions = new GlobalFixture(options)) {
      regions.advance(Duration.ofSeconds(1));

      assertThat(items(regions, EAST)).isEqualTo(Map.of("a", "2"));
      assertThat(items(regions, WEST)).isEqualTo(Map.of("a", "2"));
      assertThat(regions.replicas(EAST, "songs")).containsExactly("us-west-2 ACTIVE");
      regions.put(EAST, "songs", "a", "4");
      regions.advance(Duration.ofSeconds(1));
      assertThat(regions.get(WEST, "songs", "a")).isEqualTo("4");
    }
  }
}
