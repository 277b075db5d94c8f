package dev.dynamoemulator.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbConvertedBy;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbFlatten;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbIgnore;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Annotations mean for components of records what they mean for getters of beans. */
class RecordTableSchemaTest {

  private static <R extends Record> Map<String, AttributeValue> attributes(R item, Class<R> type) {
    return RecordTableSchema.of(type).itemToMap(item, true);
  }

  private static <R extends Record> void assertKept(R item, Class<R> type) {
    TableSchema<R> schema = RecordTableSchema.of(type);
    assertThat(schema.mapToItem(schema.itemToMap(item, false))).isEqualTo(item);
  }

  enum State {
    OPEN
  }

  record Line(String product, int count) {}

  record Plain(
      @DynamoDbPartitionKey String id,
      @DynamoDbAttribute("n") int count,
      boolean isDone,
      Instant at,
      State state,
      Set<String> tags,
      List<Line> lines,
      Map<String, Long> totals) {}

  @Test
  void keepsValuesOfEveryKind() {
    Plain item =
        new Plain(
            "7",
            2,
            true,
            Instant.EPOCH,
            State.OPEN,
            Set.of("a"),
            List.of(new Line("tea", 2)),
            Map.of("eur", 5L));

    assertKept(item, Plain.class);
    assertThat(attributes(item, Plain.class)).containsEntry("n", AttributeValue.fromN("2"));
  }

  @Test
  void givesAbsentAttributesTheValuesOfBeans() {
    Map<String, AttributeValue> stored = Map.of("id", AttributeValue.fromS("7"));

    assertThat(RecordTableSchema.of(Plain.class).mapToItem(stored))
        .isEqualTo(new Plain("7", 0, false, null, null, null, null, null));
  }

  record Address(String street, String city) {}

  record Person(@DynamoDbPartitionKey String id, @DynamoDbFlatten Address address) {}

  @Test
  void flattens() {
    Person item = new Person("7", new Address("Dam", "Amsterdam"));

    assertKept(item, Person.class);
    assertThat(attributes(item, Person.class)).containsOnlyKeys("id", "street", "city");
  }

  static final class Celsius implements AttributeConverter<Double> {
    @Override
    public AttributeValue transformFrom(Double input) {
      return AttributeValue.fromS(input + " C");
    }

    @Override
    public Double transformTo(AttributeValue input) {
      return Double.valueOf(input.s().replace(" C", ""));
    }

    @Override
    public EnhancedType<Double> type() {
      return EnhancedType.of(Double.class);
    }

    @Override
    public AttributeValueType attributeValueType() {
      return AttributeValueType.S;
    }
  }

  record Reading(
      @DynamoDbPartitionKey String id, @DynamoDbConvertedBy(Celsius.class) Double temperature) {}

  @Test
  void converts() {
    Reading item = new Reading("7", 21.5);

    assertKept(item, Reading.class);
    assertThat(attributes(item, Reading.class))
        .containsEntry("temperature", AttributeValue.fromS("21.5 C"));
  }

  record Account(@DynamoDbPartitionKey String id, @DynamoDbIgnore String password) {}

  @Test
  void ignores() {
    assertThat(attributes(new Account("7", "secret"), Account.class)).containsOnlyKeys("id");
  }
}
