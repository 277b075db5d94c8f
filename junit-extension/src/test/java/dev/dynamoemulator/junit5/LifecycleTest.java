package dev.dynamoemulator.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.dynamoemulator.Emulator;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbAsyncTable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Nothing is left behind, however many emulators there were. */
class LifecycleTest {

  private static final int CLASSES = 1_000;
  private static final int CLASSES_PER_PORT = 20;
  private static final int METHODS_OF_COPIES = 100;
  private static final long MEBIBYTE = 1024 * 1024;

  /** Every open file and every port has a descriptor. */
  @Test
  @Tag("endpoint")
  void leavesNoThreadsNoMemoryAndNoDescriptorsBehind() {
    for (int i = 0; i < CLASSES / 20; i++) {
      Runs.assertSucceeded(Runs.of(One.class), 1);
    }
    Runs.assertSucceeded(Runs.of(OverHttp.class), 1);
    Runs.assertSucceeded(Runs.of(Copies.class), METHODS_OF_COPIES);
    int threads = Thread.activeCount();
    long memory = usedMemory();
    long descriptors = openDescriptors();

    for (int i = 0; i < CLASSES; i++) {
      Runs.of(i % CLASSES_PER_PORT == 0 ? OverHttp.class : One.class);
    }
    Runs.of(Copies.class);

    assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads + 2);
    assertThat(usedMemory()).isLessThan(memory + 8 * MEBIBYTE);
    assertThat(openDescriptors()).isLessThan(descriptors + CLASSES / CLASSES_PER_PORT);
  }

  /** 0 where they cannot be counted. */
  private static long openDescriptors() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }

  private static long usedMemory() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }

  @DynamoEmulator(tables = @Table(Order.class))
  static class One {

    @BeforeEach
    void fill(DynamoDbTable<Order> orders) {
      orders.putItem(Order.of("ada", 1));
    }

    @Test
    void reads(DynamoDbClient client) {
      assertThat(client.scan(scan -> scan.tableName("Order")).count()).isEqualTo(1);
    }
  }

  @DynamoEmulator(tables = @Table(Order.class), scope = Scope.METHOD)
  static class Copies {

    @RepeatedTest(METHODS_OF_COPIES)
    void writes(DynamoDbAsyncTable<Order> orders) {
      orders.putItem(Order.of("ada", 1)).join();
    }
  }

  @Test
  @Tag("endpoint")
  void freesItsPortAfterTheLastTest() {
    Runs.assertSucceeded(Runs.of(OverHttp.class), 1);

    assertThat(List.of(OverHttp.SEEN))
        .allSatisfy(
            endpoint ->
                assertThat(new java.net.ServerSocket(endpoint.getPort()))
                    .satisfies(java.net.ServerSocket::close));
  }

  @DynamoEmulator
  static class OverHttp {

    static final URI[] SEEN = new URI[1];

    @Test
    void binds(Emulator emulator) {
      SEEN[0] = emulator.endpoint();
    }
  }
}
