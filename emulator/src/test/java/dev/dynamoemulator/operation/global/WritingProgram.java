package dev.dynamoemulator.operation.global;

import static dev.dynamoemulator.operation.global.GlobalFixture.EAST;
import static dev.dynamoemulator.operation.global.GlobalFixture.WEST;

import dev.dynamoemulator.EmulatorOptions;
import dev.dynamoemulator.ReportingProcess;
import java.nio.file.Path;

/**
 * A program that puts items into a global table on file, in two regions at once, while replication
 * is paused now and then. It names each item on its standard output when the write has been
 * answered. Before that it adds the second region if there is none.
 */
final class WritingProgram {

  /** The name of items that are all written in one pause. */
  static final String PAUSED = "paused";

  private WritingProgram() {}

  public static void main(String[] arguments) throws InterruptedException {
    EmulatorOptions options = EmulatorOptions.builder().dbPath(Path.of(arguments[0])).build();
    GlobalFixture regions = new GlobalFixture(options);
    if (regions.tables(WEST).isEmpty()) {
      regions.emulator.clock().release();
      regions.update(EAST, "songs", GlobalFixture.addReplica(WEST));
      write(regions, EAST, arguments[1]);
    } else {
      Thread west = new Thread(() -> write(regions, WEST, arguments[1] + "w"));
      west.start();
      write(regions, EAST, arguments[1] + "e");
      west.join();
    }
  }

  private static void write(GlobalFixture regions, String region, String name) {
    boolean isPaused = name.startsWith(PAUSED);
    if (isPaused) {
      regions.emulator.replication().pause();
    }
    for (int i = 0; ; i++) {
      if (isPaused) {
        // Until the end.
      } else if (i % 20 == 10) {
        regions.emulator.replication().pause();
      } else if (i % 20 == 0) {
        regions.emulator.replication().resume();
      }
      String item = name + i;
      regions.put(region, "songs", item, region);
      ReportingProcess.report(item);
    }
  }
}
