package dev.dynamoemulator.storage.h2;

import java.util.Map;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.StringDataType;

/**
 * Tells our files from others that MVStore can read, and old ones from new. Kept as strings, so
 * that every version can read it.
 */
final class FileFormat {

  /**
   * Raised whenever what is written has another form: the older one is not read any more, as keys
   * in it would not be found.
   */
  static final int VERSION = 2;

  private static final String MAP = "format";
  private static final String APPLICATION = "application";
  private static final String APPLICATION_NAME = "dynamo-emulator";
  private static final String VERSION_KEY = "version";

  /** Sets the names of collections apart from that of the map above. */
  private static final String COLLECTION_PREFIX = "collection.";

  private FileFormat() {}

  static void write(MVStore store) {
    open(store).putAll(Map.of(APPLICATION, APPLICATION_NAME, VERSION_KEY, "" + VERSION));
  }

  /** The format version of one of our files; 0 when it is not ours. */
  static int version(MVStore store) {
    if (!store.hasMap(MAP)) {
      return 0;
    }
    MVMap<String, String> map = open(store);
    return APPLICATION_NAME.equals(map.get(APPLICATION))
        ? Integer.parseInt(map.get(VERSION_KEY))
        : 0;
  }

  private static MVMap<String, String> open(MVStore store) {
    return store.openMap(
        MAP,
        new MVMap.Builder<String, String>()
            .keyType(StringDataType.INSTANCE)
            .valueType(StringDataType.INSTANCE));
  }

  static String mapName(String collection) {
    return COLLECTION_PREFIX + collection;
  }

  /** Null when the map is no collection. */
  static String collection(String mapName) {
    return mapName.startsWith(COLLECTION_PREFIX)
        ? mapName.substring(COLLECTION_PREFIX.length())
        : null;
  }
}
