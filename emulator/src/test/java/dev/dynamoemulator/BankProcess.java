package dev.dynamoemulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A process that moves money in a {@link Bank} on file, from several threads, and names each
 * transfer on its standard output when it has been answered.
 */
final class BankProcess implements AutoCloseable {

  private static final int THREADS = 3;

  private final Process process;
  private final BufferedReader output;

  private BankProcess(Process process) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.US_ASCII);
  }

  /**
   * @param name begins the names of its transfers
   */
  static BankProcess start(Path directory, String name) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            BankProcess.class.getName(),
            directory.toString(),
            name);
    return new BankProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
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
    Emulator emulator =
        Emulator.start(EmulatorOptions.builder().dbPath(Path.of(arguments[0])).build());
    Bank bank = new Bank(emulator);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      String name = arguments[1] + "-" + i;
      threads.add(new Thread(() -> transfer(bank, name)));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void transfer(Bank bank, String name) {
    Random random = new Random(name.hashCode());
    for (int i = 0; ; i++) {
      int from = random.nextInt(Bank.ACCOUNTS);
      int to = (from + 1) % Bank.ACCOUNTS;
      if (bank.transfer(name + "-" + i, from, to, random.nextInt(1, 30))) {
        report(name + "-" + i);
      }
    }
  }

  private static synchronized void report(String text) {
    System.out.println(text + ";");
    System.out.flush();
  }
}
