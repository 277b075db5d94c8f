package dev.dynamoemulator.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs tests against an emulator of their own, in the same JVM.
 *
 * <pre>{@code
 * @DynamoEmulator(tables = @Table(Order.class), seed = "orders.json")
 * class OrdersTest {
 *
 *   @Test
 *   void findsAnOrder(DynamoDbTable<Order> orders) {
 * }</pre>
 *
 * <p>Constructors, test and life-cycle methods, and fields that are still null, get what they ask
 * for by its exact type: {@code DynamoDbClient}, {@code DynamoDbAsyncClient}, {@code
 * DynamoDbStreamsClient}, {@code DynamoDbStreamsAsyncClient}, {@code DynamoDbEnhancedClient}, {@code
 * DynamoDbEnhancedAsyncClient}, {@code DynamoDbTable<T>}, {@code DynamoDbAsyncTable<T>}, {@code URI}
 * for the endpoint, and {@code Emulator}. A port is bound when a URI is first asked for.
 *
 * <p>On a class it is good for nested classes too; on a method, for that method alone. It can stand
 * on annotations of the user's own.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(DynamoEmulatorExtension.class)
public @interface DynamoEmulator {

  /** Who shares an emulator. */
  Scope scope() default Scope.CLASS;

  /** The tables that are there at the start. */
  Table[] tables() default {};

  /**
   * Files of items, beside the test class, at the root of the class path, or in the working
   * directory: DynamoDB JSON, plain JSON or CSV; or folders of fixtures. When none are named,
   * {@code OrdersTest-seed.json} or {@code OrdersTest-seed.csv} beside a class OrdersTest is
   * loaded, if there is one.
   *
   * <p>A method has its own with {@link Seed}.
   */
  String[] seed() default {};

  /** When tables, items, streams, settings and the clock go back to how they were. */
  Reset reset() default Reset.BEFORE_EACH;

  /** Options of the emulator as on its command line, such as {@code "streamShards=4"}. */
  String[] options() default {};

  /** How many requests are reported when a test fails; 0 for none. */
  int journal() default 20;
}
