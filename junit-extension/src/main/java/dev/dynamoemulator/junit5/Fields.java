package dev.dynamoemulator.junit5;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.function.Predicate;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Fills the fields of tests that have a type to be injected and are still null. */
final class Fields {

  private Fields() {}

  /** Whether anything was filled. */
  static boolean injectStatic(Class<?> testClass, Injection injection) {
    return inject(fields(testClass, true), null, injection);
  }

  /** Whether anything was filled. */
  static boolean inject(Object instance, Injection injection) {
    return inject(fields(instance.getClass(), false), instance, injection);
  }

  /** Lets go of what tests no longer need. */
  static void clearStatic(Class<?> testClass) {
    for (Field field : fields(testClass, true)) {
      set(field, null, null);
    }
  }

  private static List<Field> fields(Class<?> owner, boolean isStatic) {
    Predicate<Field> injectable =
        field ->
            Injection.supports(field.getType())
                && Modifier.isStatic(field.getModifiers()) == isStatic
                && !Modifier.isFinal(field.getModifiers());
    return ReflectionSupport.findFields(owner, injectable, HierarchyTraversalMode.TOP_DOWN);
  }

  private static boolean inject(List<Field> fields, Object instance, Injection injection) {
    boolean isAnyFilled = false;
    for (Field field : fields) {
      field.setAccessible(true);
      if (isNull(field, instance)) {
        set(field, instance, injection.value(field.getType(), field.getGenericType(), field));
        isAnyFilled = true;
      }
    }
    return isAnyFilled;
  }

  private static boolean isNull(Field field, Object instance) {
    try {
      return field.get(instance) == null;
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void set(Field field, Object instance, Object value) {
    try {
      field.setAccessible(true);
      field.set(instance, value);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
