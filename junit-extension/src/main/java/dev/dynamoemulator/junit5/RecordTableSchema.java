package dev.dynamoemulator.junit5;

import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTag;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.BeanTableSchemaAttributeTag;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbConvertedBy;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbFlatten;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbIgnore;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbImmutable;

/**
 * The schema of a record, which the enhanced client does not make itself. Its components carry the
 * annotations that the getters of a bean would:
 *
 * <pre>{@code
 * record Order(@DynamoDbPartitionKey String customer, @DynamoDbSortKey int number) {}
 * }</pre>
 */
final class RecordTableSchema {

  /** The arguments of the canonical constructor while they come together. */
  private record Arguments(Object[] values) {}

  private RecordTableSchema() {}

  static <R extends Record> TableSchema<R> of(Class<R> type) {
    RecordComponent[] components = type.getRecordComponents();
    StaticImmutableTableSchema.Builder<R, Arguments> schema =
        StaticImmutableTableSchema.builder(type, Arguments.class)
            .newItemBuilder(
                () -> new Arguments(defaults(components)),
                arguments -> construct(type, components, arguments));
    for (int i = 0; i < components.length; i++) {
      if (!components[i].getAccessor().isAnnotationPresent(DynamoDbIgnore.class)) {
        add(components[i], i, schema);
      }
    }
    return schema.build();
  }

  private static <R> void add(
      RecordComponent component,
      int position,
      StaticImmutableTableSchema.Builder<R, Arguments> schema) {
    Method accessor = component.getAccessor();
    accessor.setAccessible(true);
    Function<R, Object> getter = item -> get(accessor, item);
    BiConsumer<Arguments, Object> setter =
        (arguments, value) -> arguments.values()[position] = value;
    if (accessor.isAnnotationPresent(DynamoDbFlatten.class)) {
      schema.flatten(flattened(component.getType()), getter, setter);
      return;
    }
    DynamoDbConvertedBy converted = accessor.getAnnotation(DynamoDbConvertedBy.class);
    schema.addAttribute(
        type(component.getGenericType(), converted),
        attribute ->
            attribute
                .name(attributeName(component))
                .getter(getter)
                .setter(setter)
                .attributeConverter(converter(converted))
                .tags(tags(accessor)));
  }

  @SuppressWarnings("unchecked")
  private static TableSchema<Object> flattened(Class<?> type) {
    return (TableSchema<Object>)
        (type.isRecord() ? recordSchema(type) : TableSchema.fromClass(type));
  }

  /** Null for the one that the enhanced client chooses. */
  @SuppressWarnings("unchecked")
  private static AttributeConverter<Object> converter(DynamoDbConvertedBy converted) {
    if (converted == null) {
      return null;
    }
    try {
      Constructor<?> constructor = converted.value().getDeclaredConstructor();
      constructor.setAccessible(true);
      return (AttributeConverter<Object>) constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("Cannot make a " + converted.value().getName(), e);
    }
  }

  private static String attributeName(RecordComponent component) {
    DynamoDbAttribute named = component.getAccessor().getAnnotation(DynamoDbAttribute.class);
    return named == null ? component.getName() : named.value();
  }

  /** Each annotation names the class that makes its tag; the user's own ones too. */
  private static List<StaticAttributeTag> tags(Method accessor) {
    List<StaticAttributeTag> tags = new ArrayList<>();
    for (Annotation annotation : accessor.getAnnotations()) {
      BeanTableSchemaAttributeTag maker =
          annotation.annotationType().getAnnotation(BeanTableSchemaAttributeTag.class);
      if (maker != null) {
        tags.add(tag(maker.value(), annotation));
      }
    }
    return tags;
  }

  private static StaticAttributeTag tag(Class<?> maker, Annotation annotation) {
    try {
      return (StaticAttributeTag)
          maker
              .getDeclaredMethod("attributeTagFor", annotation.annotationType())
              .invoke(null, annotation);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("Cannot read " + annotation, e);
    }
  }

  @SuppressWarnings("unchecked")
  private static EnhancedType<Object> type(Type type, DynamoDbConvertedBy converted) {
    return (EnhancedType<Object>) (converted == null ? enhancedType(type) : EnhancedType.of(type));
  }

  private static EnhancedType<?> enhancedType(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      if (generic.getRawType() == List.class) {
        return EnhancedType.listOf(enhancedType(arguments[0]));
      }
      if (generic.getRawType() == Set.class) {
        return EnhancedType.setOf(enhancedType(arguments[0]));
      }
      if (generic.getRawType() == Map.class) {
        return EnhancedType.mapOf(enhancedType(arguments[0]), enhancedType(arguments[1]));
      }
    }
    return type instanceof Class<?> simple ? document(simple) : EnhancedType.of(type);
  }

  private static <T> EnhancedType<T> document(Class<T> type) {
    if (type.isRecord()) {
      return EnhancedType.documentOf(type, recordSchema(type));
    }
    boolean isMapped =
        type.isAnnotationPresent(DynamoDbBean.class)
            || type.isAnnotationPresent(DynamoDbImmutable.class);
    return isMapped
        ? EnhancedType.documentOf(type, TableSchema.fromClass(type))
        : EnhancedType.of(type);
  }

  @SuppressWarnings("unchecked")
  private static <T> TableSchema<T> recordSchema(Class<T> type) {
    return (TableSchema<T>) of(type.asSubclass(Record.class));
  }

  /** Absent attributes of primitive types are zero, as they are in beans. */
  private static Object[] defaults(RecordComponent[] components) {
    return Arrays.stream(components)
        .map(
            component ->
                component.getType().isPrimitive()
                    ? Array.get(Array.newInstance(component.getType(), 1), 0)
                    : null)
        .toArray();
  }

  private static <R> R construct(Class<R> type, RecordComponent[] components, Arguments arguments) {
    try {
      Constructor<R> canonical =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      canonical.setAccessible(true);
      return canonical.newInstance(arguments.values());
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("Cannot make a " + type.getName(), e);
    }
  }

  private static Object get(Method accessor, Object item) {
    try {
      return accessor.invoke(item);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("Cannot read " + accessor, e);
    }
  }
}
