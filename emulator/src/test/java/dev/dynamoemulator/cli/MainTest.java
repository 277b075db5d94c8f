package dev.dynamoemulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The program in a JVM of its own. */
@Timeout(60)
class MainTest {

  @Test
  void printsWhereItAnswersAndEndsWithZeroOnASignal() throws Exception {
    Process program = start("-port", "0", "-inMemory");
    try (BufferedReader out = program.inputReader()) {
      String line = out.readLine();
      assertThat(line).matches("Dynamo Emulator \\S+ answers on http://localhost:\\d+");

      assertThat(status(line.substring(line.indexOf("http:")))).isEqualTo(200);
      program.toHandle().destroy();

      assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(program.exitValue()).isZero();
      assertThat(out.readLine()).isNull();
      assertThat(program.errorReader().readLine()).isNull();
    } finally {
      program.destroyForcibly();
    }
  }

  @Test
  void endsWithTwoOnMisuse() throws Exception {
    Process program = start("-nope");

    assertThat(program.errorReader().readLine())
        .isEqualTo("dynamo-emulator: Unknown option: '-nope'");
    assertThat(program.waitFor()).isEqualTo(2);
  }

  private static Process start(String... args) throws IOException {
    String[] command = new String[args.length + 5];
    command[0] = System.getProperty("java.home") + "/bin/java";
    command[1] = "-XX:TieredStopAtLevel=1";
    command[2] = "-cp";
    command[3] = System.getProperty("java.class.path");
    command[4] = Main.class.getName();
    System.arraycopy(args, 0, command, 5, args.length);
    return new ProcessBuilder(command).start();
  }

  private static int status(String uri) throws IOException {
    return ((HttpURLConnection) URI.create(uri).toURL().openConnection()).getResponseCode();
  }
}
