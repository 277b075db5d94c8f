package dev.dynamoemulator.item;

import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.DynamoNumber;
import dev.dynamoemulator.model.Float32;
import java.util.ArrayList;
import java.util.List;

/**
 * A vector in an item: a list of numbers, nearly all of which are what floats are called. It is
 * half as large as their digits, and a search reads it where it is.
 *
 * @param floats the nearest ones
 * @param exceptions the places of those numbers that their floats do not tell
 * @param size the bytes that DynamoDB counts
 */
record FloatList(float[] floats, List<Integer> exceptions, int size) {

  /** Of so many elements one may be an exception. */
  private static final int SHARE_OF_EXCEPTIONS = 8;

  /** The list in this form; null when too many elements are no numbers that name a float. */
  static FloatList of(AttributeValue.L list) {
    List<AttributeValue> elements = list.elements();
    float[] floats = new float[elements.size()];
    List<Integer> exceptions = new ArrayList<>(0);
    for (int i = 0; i < floats.length; i++) {
      if (!(elements.get(i) instanceof AttributeValue.N number)) {
        return null;
      }
      floats[i] = Float32.of(number.value());
      if (!Float.isFinite(floats[i])) {
        return null;
      }
      if (!Float32.number(floats[i]).equals(number.value())) {
        exceptions.add(i);
        if (exceptions.size() > floats.length / SHARE_OF_EXCEPTIONS) {
          return null;
        }
      }
    }
    return new FloatList(floats, exceptions, list.size());
  }

  /** Reads the numbers one after the other. For one thread. */
  static final class Numbers {

    private final ItemReader reader;
    private final int count;
    private final int end;
    private int exceptions;
    private int next;
    private int position;

    /**
     * @param reader stands where the list begins, and has nothing else to read until it ends
     */
    Numbers(ItemReader reader) {
      this.reader = reader;
      this.end = reader.readEnd();
      this.count = reader.readInt();
      reader.readInt();
      this.exceptions = reader.readInt();
      this.position = end - count * Float.BYTES;
      this.next = exceptions == 0 ? count : reader.readInt();
      if (count == 0) {
        reader.position = end;
      }
    }

    int count() {
      return count;
    }

    /** Reads the element with that index; they must be asked for in order. */
    DynamoNumber read(int index) {
      DynamoNumber number = Float32.number(reader.floatAt(position));
      position += Float.BYTES;
      if (index == next) {
        number = DynamoNumber.fromEncoded(reader.readBytes());
        exceptions--;
        next = exceptions == 0 ? count : reader.readInt();
      }
      if (index == count - 1) {
        reader.position = end;
      }
      return number;
    }
  }
}
