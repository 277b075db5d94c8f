package dev.dynamoemulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Binary;
import dev.dynamoemulator.model.DynamoNumber;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.model.RandomValues;
import dev.dynamoemulator.table.KeyAttribute;
import dev.dynamoemulator.table.KeySchema;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Evidence: data-model.md §4.2 for the order in a partition, items.md §7.4 for that of a Scan. */
class KeyCodecTest {

  private final KeyCodec codec = new KeyCodec();

  @ParameterizedTest
  @EnumSource(names = {"S", "N", "B"})
  void ordersSortKeysAsDynamoDbDoes(AttributeType type) {
    KeySchema schema =
        new KeySchema(
            List.of(new KeyAttribute("pk", AttributeType.S)),
            List.of(new KeyAttribute("sk", type)));
    RandomValues values = new RandomValues(type.ordinal());
    for (int i = 0; i < 20_000; i++) {
      AttributeValue one = values.key(type);
      AttributeValue other = values.key(type);

      int order = Arrays.compareUnsigned(itemKey(schema, one), itemKey(schema, other));

      assertThat(Integer.signum(order))
          .as("%s and %s", one, other)
          .isEqualTo(Integer.signum(compare(one, other)));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"S", "N", "B"})
  void keepsComponentsApart(AttributeType type) {
    RandomValues values = new RandomValues(7);
    for (int i = 0; i < 20_000; i++) {
      AttributeValue one = values.key(type);
      AttributeValue other = values.key(type);
      byte[] component = new KeyBytes().component(one).toBytes();
      byte[] longer = new KeyBytes().component(other).toBytes();

      boolean startsWith =
          longer.length >= component.length
              && Arrays.equals(longer, 0, component.length, component, 0, component.length);

      assertThat(startsWith).as("%s and %s", one, other).isEqualTo(one.equals(other));
    }
  }

  @Test
  void scansStringKeysInTheObservedOrder() {
    List<String> expected = List.of("2 8 9 1 6 hello 0 5 4 äáöü aardman 7 3 zapf".split(" "));

    assertThat(scanned(expected, AttributeValue.S::new)).isEqualTo(expected);
  }

  /** The order of dynalite, which forms the bytes of numbers as the service does. */
  @Test
  void scansNumberKeysInTheOrderOfTheServicesHash() {
    List<String> expected =
        List.of(
            ("-1 -99999999999999999999999999999999999999 -2 3 1000 2 -12.34 -3 0.5 -0.5 1 0"
                    + " -9.9999999999999999999999999999999999999 -1000 12.34")
                .split(" "));

    assertThat(scanned(expected, key -> new AttributeValue.N(DynamoNumber.parse(key))))
        .isEqualTo(expected);
  }

  private List<String> scanned(List<String> keys, Function<String, AttributeValue> value) {
    return keys.stream()
        .sorted(
            Comparator.comparing(
                key -> codec.partitionPrefix(List.of(value.apply(key))), Arrays::compareUnsigned))
        .toList();
  }

  @Test
  void cutsSegmentsThatMeetAndNestWithoutOverlap() {
    for (int total : new int[] {2, 3, 7, 4096, 5000, 1_000_000}) {
      for (int segment : new int[] {0, 1, total / 2, total - 1}) {
        byte[] start = PartitionHash.segmentStart(segment, total);
        assertThat(start).hasSize(4);
        if (2 * total <= 4096) {
          assertThat(PartitionHash.segmentStart(2 * segment, 2 * total)).isEqualTo(start);
        }
      }
      assertThat(PartitionHash.segmentStart(0, total)).containsOnly(0);
      assertThat(PartitionHash.segmentStart(total, total)).isNull();
    }
  }

  @Test
  void findsTheSmallestKeyBehindAPrefix() {
    assertThat(KeyBytes.successor(new byte[] {1, 2})).containsExactly(1, 3);
    assertThat(KeyBytes.successor(new byte[] {1, (byte) 0xFF})).containsExactly(2);
    assertThat(KeyBytes.successor(new byte[] {(byte) 0xFF})).isNull();
  }

  private byte[] itemKey(KeySchema schema, AttributeValue sortKey) {
    return codec.itemKey(schema, Item.of(Map.of("pk", new AttributeValue.S("p"), "sk", sortKey)));
  }

  private static int compare(AttributeValue one, AttributeValue other) {
    if (one instanceof AttributeValue.S a && other instanceof AttributeValue.S b) {
      return Arrays.compareUnsigned(
          a.value().getBytes(StandardCharsets.UTF_8), b.value().getBytes(StandardCharsets.UTF_8));
    }
    if (one instanceof AttributeValue.N a && other instanceof AttributeValue.N b) {
      return a.value().toBigDecimal().compareTo(b.value().toBigDecimal());
    }
    Binary a = ((AttributeValue.B) one).value();
    Binary b = ((AttributeValue.B) other).value();
    return Arrays.compareUnsigned(a.bytes(), b.bytes());
  }
}
