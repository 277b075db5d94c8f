package dev.dynamoemulator.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What one test starts with in place of the seed of its class. Without it, {@code
 * OrdersTest-findsNothing-seed.json} beside the class does the same for the method findsNothing.
 * What {@code @BeforeAll} has written is not there either.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
public @interface Seed {

  /** Files as in {@link DynamoEmulator#seed}; none for empty tables. */
  String[] value();
}
