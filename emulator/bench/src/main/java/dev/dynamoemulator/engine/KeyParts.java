package dev.dynamoemulator.engine;

import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.DynamoNumber;
import dev.dynamoemulator.model.Item;
import dev.dynamoemulator.table.KeyAttribute;
import dev.dynamoemulator.table.KeySchema;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Storage keys, which only the engine's own package can make. */
@State(Scope.Thread)
public class KeyParts {

  private final KeyCodec codec = new KeyCodec();
  private final KeySchema schema =
      new KeySchema(
          List.of(new KeyAttribute("pk", AttributeType.S)),
          List.of(new KeyAttribute("sk", AttributeType.N)));
  private final Item item =
      Item.of(
          Map.of(
              "pk",
              new AttributeValue.S("customer#1000007"),
              "sk",
              new AttributeValue.N(DynamoNumber.of(1_000_007))));

  @Benchmark
  public byte[] encodeKey() {
    return codec.itemKey(schema, item);
  }
}
