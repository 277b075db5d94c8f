package dev.dynamoemulator.storage.h2;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Byte arrays in unsigned order. */
final class BytesType extends BasicDataType<byte[]> {

  static final BytesType INSTANCE = new BytesType();

  /** Object header and length field of an array. */
  private static final int ARRAY_OVERHEAD = 16;

  private BytesType() {}

  @Override
  public int compare(byte[] one, byte[] other) {
    return Arrays.compareUnsigned(one, other);
  }

  @Override
  public int binarySearch(byte[] key, Object storage, int size, int initialGuess) {
    byte[][] keys = (byte[][]) storage;
    int low = 0;
    int high = size - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Arrays.compareUnsigned(key, keys[middle]);
      if (order > 0) {
        low = middle + 1;
      } else if (order < 0) {
        high = middle - 1;
      } else {
        return middle;
      }
    }
    return ~low;
  }

  @Override
  public int getMemory(byte[] bytes) {
    return ARRAY_OVERHEAD + bytes.length;
  }

  /** Items are of 1 byte to 400 KB, so that an estimate from samples would be far off. */
  @Override
  public boolean isMemoryEstimationAllowed() {
    return false;
  }

  @Override
  public byte[][] createStorage(int size) {
    return new byte[size][];
  }

  @Override
  public void write(WriteBuffer buffer, byte[] bytes) {
    buffer.putVarInt(bytes.length).put(bytes);
  }

  @Override
  public byte[] read(ByteBuffer buffer) {
    int length = DataUtils.readVarInt(buffer);
    byte[] bytes = new byte[length];
    buffer.get(bytes);
    return bytes;
  }
}
