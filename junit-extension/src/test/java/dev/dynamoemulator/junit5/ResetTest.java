package dev.dynamoemulator.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.Emulator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;

/** What a test finds of what others wrote before it. */
class ResetTest {

  private static void put(DynamoDbTable<Order> orders, int number) {
    orders.putItem(Order.of("ada", number));
  }

  private static long count(DynamoDbTable<Order> orders) {
    return orders.scan().items().stream().count();
  }

  @Test
  void goesBackToTheStateAfterBeforeAll() {
    Runs.assertSucceeded(Runs.of(AfterBeforeAll.class), 5);
  }

  @DynamoEmulator(tables = @Table(Order.class))
  static class AfterBeforeAll {

    @BeforeAll
    static void fill(DynamoDbTable<Order> orders) {
      put(orders, 1);
    }

    @RepeatedTest(2)
    void findsOneMoreThanThere(DynamoDbTable<Order> orders) {
      put(orders, 2);
      assertThat(count(orders)).isEqualTo(2);
    }

    @Nested
    class Inner {

      @BeforeAll
      static void fillMore(DynamoDbTable<Order> orders) {
        assertThat(count(orders)).isEqualTo(1);
        put(orders, 10);
      }

      @RepeatedTest(2)
      void findsWhatBothClassesWrote(DynamoDbTable<Order> orders) {
        put(orders, 2);
        assertThat(count(orders)).isEqualTo(3);
      }
    }

    @Nested
    class Other {

      @Test
      void findsNothingOfItsSibling(DynamoDbTable<Order> orders) {
        assertThat(count(orders)).isEqualTo(1);
      }
    }
  }

  @Test
  void goesBackWithOneInstanceForAllTests() {
    Runs.assertSucceeded(Runs.of(OneInstance.class), 3);
  }

  @DynamoEmulator(tables = @Table(Order.class))
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class OneInstance {

    private DynamoDbTable<Order> orders;

    @BeforeAll
    void fill() {
      put(orders, 1);
    }

    @RepeatedTest(3)
    void findsOne() {
      put(orders, 2);
      assertThat(count(orders)).isEqualTo(2);
    }
  }

  @Test
  void goesBackInNestedClassesWithOneInstanceForAllTests() {
    Runs.assertSucceeded(Runs.of(OneInstanceWithNested.class), 5);
  }

  @DynamoEmulator(tables = @Table(Order.class))
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class OneInstanceWithNested {

    private DynamoDbTable<Order> outer;

    @BeforeAll
    void fill() {
      put(outer, 1);
    }

    @RepeatedTest(2)
    void findsOne() {
      put(outer, 2);
      assertThat(count(outer)).isEqualTo(2);
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class Inner {

      private DynamoDbTable<Order> inner;

      @BeforeAll
      void fillMore() {
        put(inner, 10);
      }

      @RepeatedTest(3)
      void findsWhatBothClassesWrote() {
        put(inner, 2);
        assertThat(count(outer)).isEqualTo(3);
      }
    }
  }

  @Test
  void keepsEverythingWhenTold() {
    Runs.assertSucceeded(Runs.of(Kept.class), 3);
  }

  @DynamoEmulator(tables = @Table(Order.class), reset = Reset.NEVER)
  static class Kept {

    private static int before;

    @RepeatedTest(3)
    void findsAll(DynamoDbTable<Order> orders) {
      assertThat(count(orders)).isEqualTo(before);
      put(orders, before++);
    }
  }

  @Test
  void copiesForEachMethod() {
    Runs.assertSucceeded(Runs.of(Copied.class), 3);
  }

  @DynamoEmulator(tables = @Table(Order.class), scope = Scope.METHOD)
  static class Copied {

    /** No Emulator, so that none is injected. */
    private static Object last;

    private Emulator own;

    @BeforeAll
    static void fill(DynamoDbTable<Order> orders) {
      put(orders, 1);
    }

    @RepeatedTest(3)
    void worksOnItsOwn(Emulator emulator, DynamoDbTable<Order> orders) {
      assertThat(emulator).isSameAs(own).isNotSameAs(last);
      put(orders, 2);
      assertThat(count(orders)).isEqualTo(2);
      last = emulator;
    }
  }

  @Test
  void startsOneForEachTestWhenRegisteredByAnInstance() {
    Runs.assertSucceeded(Runs.of(RegisteredByInstance.class), 2);
  }

  static class RegisteredByInstance {

    private static Object last;

    @RegisterExtension
    final DynamoEmulatorExtension dynamo =
        DynamoEmulatorExtension.builder().table(Order.class, "orders").build();

    @RepeatedTest(2)
    void worksOnItsOwn(Emulator emulator, DynamoDbTable<Order> orders) {
      assertThat(emulator).isNotSameAs(last);
      assertThat(count(orders)).isZero();
      put(orders, 1);
      last = emulator;
    }
  }

  @Test
  void sharesOneAmongClassesThatDeclareTheSame() {
    Runs.assertSucceeded(Runs.of(SharedOne.class, SharedTwo.class), 2);
    assertThat(SharedOne.seen).isNotNull().isSameAs(SharedTwo.seen);
  }

  @DynamoEmulator(tables = @Table(Order.class), scope = Scope.JVM)
  static class SharedOne {

    static Object seen;

    @Test
    void startsEmpty(Emulator emulator, DynamoDbTable<Order> orders) {
      seen = emulator;
      assertThat(count(orders)).isZero();
      put(orders, 1);
    }
  }

  @DynamoEmulator(tables = @Table(Order.class), scope = Scope.JVM)
  static class SharedTwo {

    static Object seen;

    @Test
    void startsEmpty(Emulator emulator, DynamoDbTable<Order> orders) {
      seen = emulator;
      assertThat(count(orders)).isZero();
      put(orders, 1);
    }
  }

  @Test
  void givesOneMethodAnEmulatorAlone() {
    Runs.assertSucceeded(Runs.of(OnMethod.class), 2);
  }

  static class OnMethod {

    @Test
    void needsNone() {}

    @Test
    @DynamoEmulator(tables = @Table(value = Order.class, name = "orders"))
    void needsOne(DynamoDbTable<Order> orders) {
      put(orders, 1);
      assertThat(orders.tableName()).isEqualTo("orders");
    }
  }
}
