package dev.dynamoemulator.junit5;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.dynamoemulator.Emulator;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Measures what the extension costs: {@code make bench-junit}. Prints the median, and the time of
 * the first run in this JVM.
 */
public final class ExtensionCost {

  private static final int RUNS = 200;

  private ExtensionCost() {}

  public static void main(String[] arguments) {
    Launcher launcher = LauncherFactory.create();
    print("a class, from its start to its first PutItem", () -> run(launcher, FirstPut.class));
    print("a class with the table of a bean", () -> run(launcher, FirstPutOfBean.class));
    for (int items : new int[] {100, 100_000}) {
      try (Emulator emulator = filled(items)) {
        DynamoDbClient client = emulator.dynamoDbClient();
        print(
            "reset with " + items + " items",
            () -> {
              put(client, "one more");
              return time(emulator::reset);
            });
        print("fork with " + items + " items", () -> timeOfFork(emulator));
      }
    }
  }

  @DynamoEmulator(tables = @Table(file = "music.json"))
  static class FirstPut {

    static long end;

    @Test
    void puts(DynamoDbClient client) {
      put(client, "The Green Lanterns");
      end = System.nanoTime();
    }
  }

  @DynamoEmulator(tables = @Table(Order.class))
  static class FirstPutOfBean {

    @Test
    void puts(DynamoDbTable<Order> orders) {
      orders.putItem(Order.of("ada", 1));
      FirstPut.end = System.nanoTime();
    }
  }

  private static long run(Launcher launcher, Class<?> testClass) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(selectClass(testClass)).build();
    long start = System.nanoTime();
    launcher.execute(request);
    return FirstPut.end - start;
  }

  private static Emulator filled(int items) {
    Emulator emulator = Emulator.start();
    new Setup(emulator, new Resources(ExtensionCost.class))
        .createTables(
            java.util.List.of(new Settings.TableSource(null, null, "music.json", Map.of())));
    for (int i = 0; i < items; i++) {
      put(emulator.dynamoDbClient(), "artist " + i);
    }
    emulator.baseline();
    return emulator;
  }

  private static void put(DynamoDbClient client, String artist) {
    client.putItem(
        put ->
            put.tableName("Music")
                .item(
                    Map.of(
                        "artist", AttributeValue.fromS(artist),
                        "text", AttributeValue.fromS("x".repeat(200)))));
  }

  private static long timeOfFork(Emulator emulator) {
    long start = System.nanoTime();
    Emulator fork = emulator.fork();
    long nanos = System.nanoTime() - start;
    fork.close();
    return nanos;
  }

  private static long time(Runnable action) {
    long start = System.nanoTime();
    action.run();
    return System.nanoTime() - start;
  }

  private static void print(String what, java.util.function.LongSupplier measured) {
    long[] nanos = new long[RUNS];
    for (int i = 0; i < RUNS; i++) {
      nanos[i] = measured.getAsLong();
    }
    double first = nanos[0] / 1e6;
    Arrays.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "%-50s median %8.3f ms, 95 %% below %8.3f ms, first %8.1f ms%n",
        what,
        nanos[RUNS / 2] / 1e6,
        nanos[RUNS * 95 / 100] / 1e6,
        first);
  }
}
