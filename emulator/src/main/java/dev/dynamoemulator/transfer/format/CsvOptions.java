package dev.dynamoemulator.transfer.format;

import java.util.List;

/**
 * How CSV files are read.
 *
 * @param delimiter between the columns; null for the comma
 * @param header the names of the columns; null when they are in the first line of each file
 */
public record CsvOptions(String delimiter, List<String> header) {

  char separator() {
    return delimiter == null ? ',' : delimiter.charAt(0);
  }
}
