package dev.dynamoemulator.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EventConditions;
import org.junit.platform.testkit.engine.TestExecutionResultConditions;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;

/** Tests that run beside each other do not see each other. */
class ParallelTest {

  private static void putOneMore(DynamoDbTable<Order> orders, int expected) {
    assertThat(orders.scan().items().stream().count()).isEqualTo(expected);
    orders.putItem(Order.of("ada", 100));
    assertThat(orders.scan().items().stream().count()).isEqualTo(expected + 1);
  }

  @Test
  void methodsAndClassesRunSideBySide() {
    Runs.assertSucceeded(
        Runs.inParallel(Methods.class, Composed.class, Registered.class, Shared.class), 50);
  }

  @DynamoEmulator(tables = @Table(Order.class))
  static class Methods {

    private DynamoDbTable<Order> field;

    @BeforeAll
    static void fill(DynamoDbTable<Order> orders) {
      orders.putItem(Order.of("ada", 1));
    }

    @RepeatedTest(10)
    void byParameter(DynamoDbTable<Order> orders) {
      putOneMore(orders, 1);
    }

    @RepeatedTest(10)
    void byField() {
      putOneMore(field, 1);
    }

    @Nested
    class Inner {

      @RepeatedTest(5)
      void nested() {
        putOneMore(field, 1);
      }
    }
  }

  @Retention(RetentionPolicy.RUNTIME)
  @DynamoEmulator(tables = @Table(Order.class))
  @interface WithOrders {}

  @WithOrders
  static class Composed {

    @RepeatedTest(10)
    void test(DynamoDbTable<Order> orders) {
      putOneMore(orders, 0);
    }
  }

  static class Registered {

    @RegisterExtension
    static final DynamoEmulatorExtension DYNAMO =
        DynamoEmulatorExtension.builder().table(Order.class, "orders").build();

    @RepeatedTest(10)
    void test(DynamoDbTable<Order> orders) {
      putOneMore(orders, 0);
    }
  }

  @DynamoEmulator(tables = @Table(Order.class), scope = Scope.JVM)
  static class Shared {

    @RepeatedTest(5)
    void test(DynamoDbTable<Order> orders) {
      putOneMore(orders, 0);
    }
  }

  @Test
  void refusesToShareWhatWasInjectedIntoTheConstructor() {
    Runs.inParallel(InConstructor.class)
        .testEvents()
        .failed()
        .assertEventsMatchExactly(
            EventConditions.finishedWithFailure(
                TestExecutionResultConditions.message(
                    text -> text.startsWith("The test gets an emulator of its own, while"))));
  }

  @DynamoEmulator(tables = @Table(Order.class))
  static class InConstructor {

    InConstructor(DynamoDbTable<Order> orders) {}

    @Test
    void test() {}
  }
}
