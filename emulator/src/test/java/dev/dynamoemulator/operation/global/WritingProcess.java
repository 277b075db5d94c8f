package dev.dynamoemulator.operation.global;

import static dev.dynamoemulator.operation.global.GlobalFixture.EAST;
import static dev.dynamoemulator.operation.global.GlobalFixture.WEST;

import dev.dynamoemulator.EmulatorOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A process that puts items into a global table on file, in two regions at once, while replication
 * is paused now and then. It names each item on its standard output when the write has been
 * answered. Before that it adds the second region if there is none.
 */
final class WritingProcess implements AutoCloseable {

  private final Process process;
  private final BufferedReader output;

  private WritingProcess(Process process) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.US_ASCII);
  }

  /**
   * @param name begins the names of its items
   */
  static WritingProcess start(Path directory, String name) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            WritingProcess.class.getName(),
            directory.toString(),
            name);
    return new WritingProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /** The next line; null at the end, and for what may be only part of a line. */
  String nextLine() throws IOException {
    String line = output.readLine();
    return line == null || !line.endsWith(";") ? null : line.substring(0, line.length() - 1);
  }

  /** What was reported before can still be read: the handle leaves the output open. */
  void kill() {
    process.toHandle().destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() throws IOException {
    kill();
    output.close();
  }

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
    for (int i = 0; ; i++) {
      if (i % 20 == 10) {
        regions.emulator.replication().pause();
      } else if (i % 20 == 0) {
        regions.emulator.replication().resume();
      }
      String item = name + i;
      regions.put(region, "songs", item, region);
      report(item);
    }
  }

  private static synchronized void report(String text) {
    System.out.println(text + ";");
    System.out.flush();
  }
}
