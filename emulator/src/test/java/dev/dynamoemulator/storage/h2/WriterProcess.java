package dev.dynamoemulator.storage.h2;

import dev.dynamoemulator.storage.StorageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.h2.mvstore.MVStore;

/**
 * A process that commits {@link TwinBatches} to a file, from several threads, and reports each on
 * its standard output when it has returned.
 */
final class WriterProcess implements AutoCloseable {

  private static final int THREADS = 3;

  private final Process process;
  private final BufferedReader output;

  private WriterProcess(Process process) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.US_ASCII);
  }

  /** Numbers its batches from the first on. */
  static WriterProcess start(Path file, long first) throws IOException {
    return start(List.of(), file, first);
  }

  /** In a shell that lets no file grow beyond the limit. */
  static WriterProcess startLimited(Path file, long first, int kilobytes) throws IOException {
    String limit = "ulimit -f " + 2 * kilobytes + " && exec \"$@\"";
    return start(List.of("sh", "-c", limit, "sh"), file, first);
  }

  private static WriterProcess start(List<String> prefix, Path file, long first)
      throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath(),
            WriterProcess.class.getName(),
            file.toString(),
            Long.toString(first)));
    return new WriterProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  private static String classPath() {
    return Stream.of(WriterProcess.class, H2Storage.class, MVStore.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
        .map(location -> Path.of(location.getPath()).toString())
        .collect(Collectors.joining(System.getProperty("path.separator")));
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
    H2Storage storage = H2Storage.file(Path.of(arguments[0]), Durability.EVERY_COMMIT);
    report("open");
    long first = Long.parseLong(arguments[1]);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      long offset = i;
      threads.add(new Thread(() -> write(storage, first + offset)));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    try {
      storage.get(TwinBatches.LEFT, new byte[0]);
    } catch (StorageException e) {
      report(e.getMessage());
    }
  }

  private static void write(H2Storage storage, long first) {
    try {
      for (long number = first; ; number += THREADS) {
        storage.commit(TwinBatches.batch(number));
        report(Long.toString(number));
      }
    } catch (StorageException e) {
      report(e.getMessage());
    }
  }

  private static synchronized void report(String text) {
    System.out.println(text + ";");
    System.out.flush();
  }
}
