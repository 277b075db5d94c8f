package dev.dynamoemulator.operation.global;

import static dev.dynamoemulator.operation.global.GlobalFixture.EAST;
import static dev.dynamoemulator.operation.global.GlobalFixture.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.EmulatorOptions;
import dev.dynamoemulator.KilledInTheMiddle;
import dev.dynamoemulator.ReportingProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is left of replication when the process is killed: all of it goes on. */
@Timeout(180)
class ReplicationCrashTest {

  private static final int KILLS = 3;

  @TempDir Path directory;

  private EmulatorOptions options;

  @BeforeEach
  void createTable() {
    options = EmulatorOptions.builder().dbPath(directory).build();
    try (GlobalFixture regions = new GlobalFixture(options)) {
      regions.create(EAST, "songs");
    }
  }

  @Test
  void replicatesEveryAnsweredWriteAfterAll() throws Exception {
    try (GlobalFixture regions = new GlobalFixture(options)) {
      regions.update(EAST, "songs", GlobalFixture.addReplica(WEST));
    }
    Random random = new Random(7);
    Set<String> answered = new HashSet<>();

    for (int kill = 0; kill < KILLS; kill++) {
      answered.addAll(writeUntilKilled(directory, "k" + kill, random.nextInt(50, 250)));
    }

    try (GlobalFixture regions = new GlobalFixture(options)) {
      Set<String> east = items(regions, EAST);
      assertThat(answered).hasSizeGreaterThan(150);
      assertThat(east).containsAll(answered);
      assertThat(items(regions, WEST)).isEqualTo(east);
    }
  }

  /** All that is written after the pause has begun waits when the process is killed. */
  @Test
  void deliversWhatWaitedForTheEndOfAPause() throws Exception {
    try (GlobalFixture regions = new GlobalFixture(options)) {
      regions.update(EAST, "songs", GlobalFixture.addReplica(WEST));
    }

    Set<String> answered = writeUntilKilled(directory, WritingProgram.PAUSED, 100);

    try (GlobalFixture regions = new GlobalFixture(options)) {
      assertThat(items(regions, WEST)).containsAll(answered).isEqualTo(items(regions, EAST));
    }
  }

  @Test
  void fillsAReplicaThatWasBeingFilled() throws Exception {
    try (GlobalFixture regions = new GlobalFixture(options)) {
      for (int i = 0; i < 3_000; i++) {
        regions.put(EAST, "songs", "before" + i, "1");
      }
    }
    Set<String> answered = new HashSet<>();

    new KilledInTheMiddle(directory)
        .run(
            copy -> {
              answered.clear();
              answered.addAll(writeUntilKilled(copy, "k", 1));
            },
            standing -> {
              try (GlobalFixture regions = new GlobalFixture(standing)) {
                if (regions.replicas(EAST, "songs").contains("us-west-2 ACTIVE")) {
                  return false;
                }
                regions.advance(Duration.ofMinutes(1));
                assertFilled(regions, answered);
                return true;
              }
            });
  }

  private static void assertFilled(GlobalFixture regions, Set<String> answered) {
    assertThat(regions.replicas(EAST, "songs")).containsExactly("us-west-2 ACTIVE");
    assertThat(regions.describe(WEST, "songs").get("TableStatus").asText()).isEqualTo("ACTIVE");
    Set<String> east = items(regions, EAST);
    assertThat(east).containsAll(answered).hasSizeGreaterThan(3_000);
    assertThat(items(regions, WEST)).isEqualTo(east);
  }

  private static Set<String> writeUntilKilled(Path database, String name, int writes)
      throws IOException {
    Set<String> answered = new HashSet<>();
    try (ReportingProcess process =
        ReportingProcess.start(WritingProgram.class, database.toString(), name)) {
      for (int i = 0; i < writes; i++) {
        String line = process.nextLine();
        assertThat(line).isNotNull();
        answered.add(line);
      }
      process.kill();
      for (String line = process.nextLine(); line != null; line = process.nextLine()) {
        answered.add(line);
      }
    }
    return answered;
  }

  private static Set<String> items(GlobalFixture regions, String region) {
    Set<String> items = new HashSet<>();
    regions
        .call(region, "Scan", "{'TableName':'songs'}")
        .get("Items")
        .forEach(item -> items.add(item.at("/pk/S").asText()));
    return items;
  }
}
