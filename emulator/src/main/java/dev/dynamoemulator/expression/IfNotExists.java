package dev.dynamoemulator.expression;

import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Attributes;
import java.util.function.Consumer;

/**
 * {@code if_not_exists(path, value)}: what the path leads to, or else the value. Only the path may
 * lead nowhere; a value that is absent is reported though it is not needed (expressions.md §8.4,
 * DynamoDB Local).
 */
public record IfNotExists(Path path, SetValue otherwise) implements SetValue {

  @Override
  public AttributeValue evaluate(Attributes item) {
    AttributeValue fallback = otherwise.evaluate(item);
    AttributeValue existing = path.value(item);
    return existing != null ? existing : fallback;
  }

  @Override
  public AttributeType knownType() {
    return null;
  }

  @Override
  public void forEachPath(Consumer<Path> consumer) {
    consumer.accept(path);
    otherwise.forEachPath(consumer);
  }
}
