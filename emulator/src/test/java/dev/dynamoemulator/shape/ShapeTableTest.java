package dev.dynamoemulator.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamoemulator.shape.Shape.Bounds;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShapeTableTest {

  private final ShapeTable table = ShapeTable.standard();

  @Test
  void knowsEachOperationUnderItsPrefix() {
    assertThat(table.operations(ShapeTable.DYNAMODB)).hasSize(58).contains("SearchVectors");
    assertThat(table.operations(ShapeTable.STREAMS))
        .containsExactly("DescribeStream", "GetRecords", "GetShardIterator", "ListStreams");
    assertThat(table.operations("DynamoDB_20111205")).isEmpty();
  }

  @Test
  void hasAnInputForEachOperation() {
    for (String prefix : new String[] {ShapeTable.DYNAMODB, ShapeTable.STREAMS}) {
      for (String operation : table.operations(prefix)) {
        assertThat(table.input(operation)).as(operation).isNotNull();
      }
    }
    assertThatThrownBy(() -> table.input("Drop")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsEachKindOfConstraint() {
    Shape.Structure input = table.input("Scan");

    assertThat(shape(input, "IndexName"))
        .isEqualTo(new Shape.Text("IndexName", new Bounds(3, 255), "^[a-zA-Z0-9_.-]+$", List.of()));
    assertThat(shape(input, "Segment"))
        .isEqualTo(new Shape.Whole("ScanSegment", new Bounds(0, 999999)));
    assertThat(shape(input, "Limit"))
        .isEqualTo(new Shape.Whole("PositiveIntegerObject", new Bounds(1, Long.MAX_VALUE)));
    assertThat(((Shape.Text) shape(input, "Select")).values()).hasSize(4);
    assertThat(((Shape.Listing) shape(input, "AttributesToGet")).length().min()).isEqualTo(1);
    assertThat(shape(input, "ExclusiveStartKey")).isInstanceOf(Shape.ValueMap.class);
    assertThat(input.members().get(0).required()).isTrue();
    assertThat(input.members().get(1).required()).isFalse();
  }

  @Test
  void readsAPatternThatHoldsABlank() {
    Shape.Structure options =
        (Shape.Structure) shape(table.input("ImportTable"), "InputFormatOptions");
    Shape.Structure csv = (Shape.Structure) shape(options, "Csv");

    assertThat(((Shape.Text) shape(csv, "Delimiter")).pattern()).isEqualTo("^[,;:|\\t ]$");
  }

  @Test
  void refusesMembersThatTheShapeDoesNotHave() {
    Struct input = RequestDecoderTest.decode("GetItem", "{}");

    assertThatThrownBy(() -> input.string("Nothing"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("GetItemInput has no member Nothing");
  }

  private static Shape shape(Shape.Structure structure, String member) {
    return structure.members().get(structure.indexOf(member)).shape();
  }
}
