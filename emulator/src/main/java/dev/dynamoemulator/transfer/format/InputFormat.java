package dev.dynamoemulator.transfer.format;

import dev.dynamoemulator.model.AttributeType;
import java.io.InputStream;
import java.util.Map;

/** The forms of files that can be imported. */
public enum InputFormat {
  DYNAMODB_JSON,
  ION,
  CSV;

  /**
   * Reads the items of a file, which is closed with the reader.
   *
   * @param csv for CSV only
   * @param keyTypes the types of the attributes that are keys, which CSV does not tell
   */
  public ItemReader read(InputStream in, CsvOptions csv, Map<String, AttributeType> keyTypes) {
    return switch (this) {
      case DYNAMODB_JSON -> new JsonItems(in);
      case ION -> new IonItems(in);
      case CSV -> new CsvItems(in, csv, keyTypes);
    };
  }
}
