package dev.dynamoemulator.storage.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.ReportingProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class StorageCrashTest {

  private static final int KILLS = 6;

  @TempDir Path directory;

  @Test
  void keepsEveryAcknowledgedBatchWholeWhenTheProcessIsKilled() throws Exception {
    Path file = directory.resolve("data");
    Random random = new Random(42);
    Set<Long> acknowledged = new TreeSet<>();

    for (int kill = 1; kill <= KILLS; kill++) {
      try (ReportingProcess writer =
          ReportingProcess.start(
              WriterProgram.class, file.toString(), Long.toString(kill * 1_000_000L))) {
        assertThat(writer.nextLine()).isEqualTo("open");
        for (int i = random.nextInt(250); i > 0; i--) {
          acknowledged.add(Long.valueOf(writer.nextLine()));
        }
        writer.kill();
        addRest(writer, acknowledged);
      }
      // Otherwise the next process recovers what this one has left.
      if (kill % 2 == 0) {
        assertWhole(file, acknowledged);
      }
    }
    assertThat(acknowledged).hasSizeGreaterThan(100);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void confirmsNothingThatItCouldNotWrite() throws Exception {
    Path file = directory.resolve("data");
    Set<Long> acknowledged = new TreeSet<>();
    String message =
        "The data file "
            + file
            + " could not be written: File too large. What was to be written is not stored. Remove"
            + " the cause and restart.";

    try (ReportingProcess writer =
        ReportingProcess.startLimited(6_000, WriterProgram.class, file.toString(), "1")) {
      assertThat(writer.nextLine()).isEqualTo("open");
      for (String line = writer.nextLine(); line != null; line = writer.nextLine()) {
        if (Character.isDigit(line.charAt(0))) {
          acknowledged.add(Long.valueOf(line));
        } else {
          assertThat(line).isIn(message, "The storage stopped after a failure. " + message);
        }
      }
    }

    assertThat(acknowledged).hasSizeGreaterThan(5);
    assertWhole(file, acknowledged);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void storesNothingOfABatchThatDoesNotFit() throws Exception {
    Path file = directory.resolve("data");

    try (ReportingProcess writer =
        ReportingProcess.startLimited(
            25_000, WriterProgram.class, file.toString(), Long.toString(TwinBatches.HUGE))) {
      assertThat(writer.nextLine()).isEqualTo("open");
      for (String line = ""; line != null; line = writer.nextLine()) {
        assertThat(line).isNotEqualTo(Long.toString(TwinBatches.HUGE));
      }
    }

    assertWhole(file, Set.of());
  }

  private static void addRest(ReportingProcess writer, Set<Long> acknowledged) throws IOException {
    for (String line = writer.nextLine(); line != null; line = writer.nextLine()) {
      acknowledged.add(Long.valueOf(line));
    }
  }

  private static void assertWhole(Path file, Set<Long> acknowledged) {
    try (H2Storage storage = H2Storage.file(file, Durability.EVERY_COMMIT)) {
      TwinBatches.assertWhole(storage, acknowledged);
    }
  }
}
