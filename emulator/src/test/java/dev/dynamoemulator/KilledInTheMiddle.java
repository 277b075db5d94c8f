package dev.dynamoemulator;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Kills programs until one is met in the middle of what it does. That is told by the store that it
 * leaves: an emulator in which no time passes shows what is under way before it goes on.
 */
public final class KilledInTheMiddle {

  private static final int ATTEMPTS = 20;

  private final Path prepared;

  /**
   * @param prepared a database, which every attempt begins with a copy of
   */
  public KilledInTheMiddle(Path prepared) {
    this.prepared = prepared;
  }

  /** One attempt: runs a program on a copy of the database and kills it. */
  @FunctionalInterface
  public interface Attempt {
    void run(Path copy) throws IOException;
  }

  /** Whether the store shows that work was under way, and if so, that it goes on well. */
  @FunctionalInterface
  public interface Verification {
    boolean run(EmulatorOptions options);
  }

  /** The last attempt is verified; others were too late. */
  public void run(Attempt attempt, Verification verification) throws IOException {
    for (int i = 0; i < ATTEMPTS; i++) {
      Path copy = prepared.resolve("copy" + i);
      copyTo(copy);
      attempt.run(copy);
      EmulatorOptions standing =
          EmulatorOptions.builder()
              .dbPath(copy)
              .delayTransientStatuses(true)
              .clock(Instant.parse("2100-01-01T00:00:00Z"))
              .build();
      if (verification.run(standing)) {
        return;
      }
    }
    fail("No kill came in time");
  }

  private void copyTo(Path copy) throws IOException {
    Files.createDirectories(copy);
    List<Path> files;
    try (Stream<Path> found = Files.list(prepared)) {
      files = found.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Files.copy(file, copy.resolve(file.getFileName()));
    }
  }
}
