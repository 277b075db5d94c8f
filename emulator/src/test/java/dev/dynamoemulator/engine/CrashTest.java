package dev.dynamoemulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dynamoemulator.ReportingProcess;
import dev.dynamoemulator.operation.item.ItemsFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {

  /** A multiple of the number of writing threads, so that each item is written by one of them. */
  static final long ITEMS = 42;

  @TempDir Path directory;

  @Test
  void keepsEveryAcknowledgedItemWithItsIndexEntryWhenTheProcessIsKilled() throws Exception {
    try (ItemsFixture items = ItemsFixture.inDirectory(directory)) {
      items.create("tbl", "pk:S", "GSI whole gpk:S ALL");
    }
    Map<Long, Long> acknowledged = new HashMap<>();

    for (int kill = 1; kill <= 3; kill++) {
      try (ReportingProcess writer =
          ReportingProcess.start(
              ItemWriterProgram.class, directory.toString(), Long.toString(kill * 1_000_000L))) {
        assertThat(writer.nextLine()).isEqualTo("open");
        for (int i = 0; i < 60 * kill; i++) {
          acknowledge(writer.nextLine(), acknowledged);
        }
        writer.kill();
        addRest(writer, acknowledged);
      }
      try (ItemsFixture items = ItemsFixture.inDirectory(directory)) {
        check(items, acknowledged);
      }
    }
  }

  private static void addRest(ReportingProcess writer, Map<Long, Long> acknowledged)
      throws IOException {
    for (String line = writer.nextLine(); line != null; line = writer.nextLine()) {
      acknowledge(line, acknowledged);
    }
  }

  private static void acknowledge(String line, Map<Long, Long> acknowledged) {
    long number = Long.parseLong(line);
    acknowledged.merge(number % ITEMS, number, Math::max);
  }

  /** What is found may be newer than what was acknowledged last, but never older. */
  private static void check(ItemsFixture items, Map<Long, Long> acknowledged) {
    IndexAgreement agreement = new IndexAgreement(items, "tbl");
    agreement.check("whole", "gpk");
    agreement.checkStatistics();
    acknowledged.forEach(
        (item, number) -> {
          JsonNode found = items.get("tbl", "'pk':{'S':'" + item + "'}");
          assertThat(found.get("number").get("N").asLong()).isGreaterThanOrEqualTo(number);
        });
  }
}
