package dev.dynamoemulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program of a test that runs in a JVM of its own, reports in lines, and is killed in the end.
 */
public final class ReportingProcess implements AutoCloseable {

  /** Tells a whole line from one that a kill has cut off. */
  private static final String END = ";";

  private final Process process;
  private final BufferedReader output;

  private ReportingProcess(Process process) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.US_ASCII);
  }

  /**
   * @param program has a main method
   */
  public static ReportingProcess start(Class<?> program, String... arguments) throws IOException {
    return start(List.of(), program, arguments);
  }

  /** In a shell that lets no file grow beyond the limit. */
  public static ReportingProcess startLimited(int kilobytes, Class<?> program, String... arguments)
      throws IOException {
    String limit = "ulimit -f " + 2 * kilobytes + " && exec \"$@\"";
    return start(List.of("sh", "-c", limit, "sh"), program, arguments);
  }

  private static ReportingProcess start(List<String> prefix, Class<?> program, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            program.getName()));
    command.addAll(List.of(arguments));
    return new ReportingProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /** For the program: prints a line, which its parent reads even if a kill follows at once. */
  public static synchronized void report(String text) {
    System.out.println(text + END);
    System.out.flush();
  }

  /** The next line; null at the end, and for what is only part of a line. */
  public String nextLine() throws IOException {
    String line = output.readLine();
    return line == null || !line.endsWith(END)
        ? null
        : line.substring(0, line.length() - END.length());
  }

  /** What was reported before can still be read: the handle leaves the output open. */
  public void kill() {
    process.toHandle().destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() throws IOException {
    kill();
    output.close();
  }
}
