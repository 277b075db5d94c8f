package dev.dynamoemulator.junit5.bench;

import dev.dynamoemulator.Emulator;
import dev.dynamoemulator.junit5.DynamoEmulator;
import dev.dynamoemulator.junit5.Table;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherFactory;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Measures the parts of what the extension costs in a warm JVM: {@code make bench-junit}. Prints
 * the median, and the time of the first run in this JVM.
 */
final class ExtensionCost {

  private static final int RUNS = 200;

  private ExtensionCost() {}

  public static void main(String[] arguments) {
    Launcher launcher = LauncherFactory.create();
    print("a class to its first PutItem", () -> FirstTestClass.time(launcher, InProcess.class));
    print("the same with the table of a record", () -> FirstTestClass.time(launcher, Mapped.class));
    for (int items : new int[] {100, 100_000}) {
      try (Emulator emulator = filled(items)) {
        print("reset with " + items + " items", () -> timeOfReset(emulator));
        print("fork with " + items + " items", () -> timeOfFork(emulator));
      }
    }
  }

  record Singer(@DynamoDbPartitionKey String artist) {}

  @DynamoEmulator(tables = @Table(value = Singer.class, name = "Music"))
  static class Mapped {

    @Test
    void puts(DynamoDbTable<Singer> singers, DynamoDbClient client) {
      FirstPut.intoTable(client);
    }
  }

  private static Emulator filled(int items) {
    Emulator emulator = Emulator.start();
    FirstPut.intoNewTable(emulator.dynamoDbClient());
    for (int i = 0; i < items; i++) {
      emulator.call(
          "PutItem",
          String.format(
              "{\"TableName\":\"Music\",\"Item\":{\"artist\":{\"S\":\"%d\"},\"text\":{\"S\":\"%s\"}}}",
              i, "x".repeat(200)));
    }
    emulator.baseline();
    return emulator;
  }

  private static long timeOfReset(Emulator emulator) {
    FirstPut.intoTable(emulator.dynamoDbClient());
    long start = System.nanoTime();
    emulator.reset();
    return System.nanoTime() - start;
  }

  private static long timeOfFork(Emulator emulator) {
    long start = System.nanoTime();
    Emulator fork = emulator.fork();
    long nanos = System.nanoTime() - start;
    fork.close();
    return nanos;
  }

  private static void print(String what, LongSupplier measured) {
    long[] nanos = new long[RUNS];
    for (int i = 0; i < RUNS; i++) {
      nanos[i] = measured.getAsLong();
    }
    double first = nanos[0] / 1e6;
    Arrays.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "%-40s median %8.3f ms, 95 %% below %8.3f ms, first %8.1f ms%n",
        what,
        nanos[RUNS / 2] / 1e6,
        nanos[RUNS * 95 / 100] / 1e6,
        first);
  }
}
