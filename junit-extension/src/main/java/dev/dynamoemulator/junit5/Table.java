package dev.dynamoemulator.junit5;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tables to start with, in {@link DynamoEmulator#tables}: that of a class which the enhanced client
 * maps, with its indexes, or those that a file defines.
 *
 * <pre>{@code
 * tables = {
 *   @Table(Order.class),
 *   @Table(value = Customer.class, name = "customers-test"),
 *   @Table(file = "template.yaml", parameters = "Stage=test")
 * }
 * }</pre>
 */
@Target({})
@Retention(RetentionPolicy.RUNTIME)
public @interface Table {

  /** A bean or immutable class annotated for the enhanced client, or such a record. */
  Class<?> value() default Void.class;

  /** The table's name; without it, a class names the table as it is called itself. */
  String name() default "";

  /**
   * A CreateTable request, a CloudFormation template in JSON or YAML, a Terraform plan in JSON or a
   * NoSQL Workbench model; found as {@link DynamoEmulator#seed} is.
   */
  String file() default "";

  /** Values of a template's parameters: {@code "Stage=test"}. */
  String[] parameters() default {};
}
