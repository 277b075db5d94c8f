package dev.dynamoemulator.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.storage.StorageException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TableCodecTest {

  private static final Namespace NAMESPACE = new Namespace("123456789012", "eu-west-1");

  @Test
  void keepsEveryMemberOfAFullTable() {
    TableDescription full = TableFixtures.fullTable("orders");

    Table decoded = TableCodec.decode(TableCodec.encode(NAMESPACE, full));

    assertThat(decoded.namespace()).isEqualTo(NAMESPACE);
    assertThat(decoded.description()).isEqualTo(full);
  }

  @Test
  void keepsWhatASmallTableLacks() {
    TableDescription small = TableFixtures.table("orders");

    Table decoded = TableCodec.decode(TableCodec.encode(NAMESPACE, small));

    assertThat(decoded.description()).isEqualTo(small);
  }

  @Test
  void refusesAnotherVersion() {
    byte[] value = TableCodec.encode(NAMESPACE, TableFixtures.table("orders"));
    value[0]++;

    assertThatThrownBy(() -> TableCodec.decode(value))
        .isInstanceOf(StorageException.class)
        .hasMessage(
            "The store's catalogue has format %d, but this emulator reads format %d",
            value[0], value[0] - 1);
  }

  @Test
  void refusesATruncatedValue() {
    byte[] value = TableCodec.encode(NAMESPACE, TableFixtures.table("orders"));

    assertThatThrownBy(() -> TableCodec.decode(Arrays.copyOf(value, value.length / 2)))
        .isInstanceOf(StorageException.class)
        .hasMessage("The description of a table in the store is damaged");
  }
}
