package dev.dynamoemulator.transfer;

import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.transfer.bucket.Buckets;
import dev.dynamoemulator.transfer.format.CsvOptions;
import dev.dynamoemulator.transfer.format.InputCompression;
import dev.dynamoemulator.transfer.format.ItemReader;
import dev.dynamoemulator.transfer.format.ReadItem;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;

/** An object of a bucket while its items are read. For one thread. */
final class OpenObject {

  private static final Logger LOG = System.getLogger(OpenObject.class.getName());
  private static final CsvOptions COMMAS = new CsvOptions(null, null);

  private final String key;
  private final InputStream source;
  private CountedInput unpacked;
  private ItemReader items;
  private long index = -1;

  private OpenObject(String key, InputStream source) {
    this.key = key;
    this.source = source;
  }

  static OpenObject of(Buckets buckets, ImportRequest request, String key) {
    return new OpenObject(key, buckets.get(request.bucket(), key));
  }

  /**
   * The next item; null when there is none.
   *
   * @throws IOException when nothing of the rest can be read
   */
  ReadItem next(ImportRequest request, Map<String, AttributeType> keyTypes) throws IOException {
    index++;
    if (items == null) {
      InputCompression compression =
          request.compression() == null ? InputCompression.NONE : request.compression();
      unpacked = new CountedInput(compression.open(source));
      CsvOptions csv = request.csv() == null ? COMMAS : request.csv();
      items = request.format().read(unpacked, csv, keyTypes);
    }
    return items.next();
  }

  String key() {
    return key;
  }

  /** Where the item that was read last stands, from 0. */
  long index() {
    return index;
  }

  long bytes() {
    return unpacked == null ? 0 : unpacked.count();
  }

  void close() {
    close(items);
    close(source);
  }

  private static void close(Closeable input) {
    try {
      if (input != null) {
        input.close();
      }
    } catch (IOException failure) {
      LOG.log(Level.DEBUG, "What has been read could not be closed", failure);
    }
  }
}
