package dev.dynamoemulator;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.ErrorCode;
import dev.dynamoemulator.model.Wording;
import dev.dynamoemulator.shape.RandomRequests;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every operation answers any request of about the right form, whether it makes sense or not, soon
 * and with an answer or an error of the API: never with an InternalServerError.
 */
class RandomRequestTest {

  private static final int REQUESTS = 8_000;

  /** So that much is there to be named again after it has been deleted. */
  private static final int REQUESTS_PER_RESET = 400;

  private static final int CALLERS = 4;
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path buckets;

  private final List<String> operations = Readme.built().stream().sorted().toList();

  @ParameterizedTest
  @EnumSource
  void anyRequestIsAnswered(Wording wording) {
    EmulatorOptions options =
        EmulatorOptions.builder()
            .clock(Instant.parse("2026-03-01T12:00:00Z"))
            .idSeed(5)
            .s3Directory(buckets)
            .wording(wording)
            .build();
    try (Emulator emulator = Emulator.start(options)) {
      KnownNames names = KnownNames.make(emulator);
      emulator.baseline();

      assertTimeoutPreemptively(SOON, () -> callAtRandom(emulator, names, wording.ordinal(), true));
    }
  }

  /** What one caller has found another may delete before it is used. */
  @Test
  void anyRequestIsAnsweredWhileOthersGoOn() {
    EmulatorOptions options =
        EmulatorOptions.builder()
            .updateDelay(Duration.ofMillis(5))
            .deleteDelay(Duration.ofMillis(5))
            .enforceThroughput(true)
            .s3Directory(buckets)
            .build();
    try (Emulator emulator = Emulator.start(options)) {
      KnownNames names = KnownNames.make(emulator);
      emulator.baseline();

      List<CompletableFuture<Void>> callers =
          IntStream.range(0, CALLERS)
              .mapToObj(
                  caller ->
                      CompletableFuture.runAsync(
                          () -> callAtRandom(emulator, names, caller, caller == 0),
                          task -> new Thread(task).start()))
              .toList();
      assertTimeoutPreemptively(SOON, () -> callers.forEach(CompletableFuture::join));
    }
  }

  private void callAtRandom(Emulator emulator, KnownNames names, int seed, boolean resets) {
    Random random = new Random(seed);
    RandomRequests requests = new RandomRequests(random, names.texts(), names.types());
    for (int i = 0; i < REQUESTS; i++) {
      if (resets && i % REQUESTS_PER_RESET == 0) {
        emulator.reset();
      }
      String operation = operations.get(random.nextInt(operations.size()));
      call(emulator, operation, requests.of(operation));
    }
  }

  private static void call(Emulator emulator, String operation, String request) {
    try {
      JSON.readTree(emulator.call(operation, request));
    } catch (DynamoDbException error) {
      if (error.code() == ErrorCode.INTERNAL_SERVER_ERROR) {
        fail(operation + " " + request, error);
      }
    } catch (Exception | StackOverflowError defect) {
      fail(operation + " " + request, defect);
    }
  }
}
