package dev.dynamoemulator.engine;

import dev.dynamoemulator.operation.item.ItemsFixture;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A process that puts items into the table {@code tbl} of a database file, from several threads. It
 * reports the number of each on its standard output when the put was answered. An item moves in the
 * index {@code whole} nearly each time it is put.
 */
final class ItemWriterProcess implements AutoCloseable {

  private static final int THREADS = 3;

  private final Process process;
  private final BufferedReader output;

  private ItemWriterProcess(Process process) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.US_ASCII);
  }

  /** Numbers its puts from the first on. */
  static ItemWriterProcess start(Path directory, long first) throws IOException {
    return new ItemWriterProcess(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ItemWriterProcess.class.getName(),
                directory.toString(),
                Long.toString(first))
            .redirectErrorStream(true)
            .start());
  }

  /** The next line; null at the end, and for what may be only part of a line. */
  String nextLine() throws IOException {
    String line = output.readLine();
    return line == null || !line.endsWith(";") ? null : line.substring(0, line.length() - 1);
  }

  /** What was reported before can still be read: the handle leaves the output open. */
  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() throws InterruptedException, IOException {
    kill();
    output.close();
  }

  public static void main(String[] arguments) throws InterruptedException {
    ItemsFixture items = ItemsFixture.inDirectory(Path.of(arguments[0]));
    long first = Long.parseLong(arguments[1]);
    report("open");
    Together.run(
        THREADS,
        thread -> {
          for (long number = first + thread; ; number += THREADS) {
            items.put("tbl", item(number));
            report(Long.toString(number));
          }
        });
  }

  private static String item(long number) {
    return "'pk':{'S':'%d'},'number':{'N':'%d'},'gpk':{'S':'g%d'}"
        .formatted(number % CrashTest.ITEMS, number, number % 5);
  }

  private static synchronized void report(String text) {
    System.out.println(text + ";");
    System.out.flush();
  }
}
