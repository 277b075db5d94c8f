package dev.dynamoemulator.junit5.assertions;

import java.util.List;
import java.util.Map;

/** What assertions know of a table; all of it in the API's JSON. */
interface TableAccess {

  String name();

  /** The member Table of an answer of DescribeTable. */
  Map<String, Object> description();

  /**
   * All items.
   *
   * @param index whose they are; null for those of the table
   */
  List<Map<String, Object>> items(String index);

  /** The records of the table's stream, the oldest first. */
  default List<Map<String, Object>> streamRecords() {
    throw new UnsupportedOperationException(
        "Streams are read with assertThat(emulator, \"" + name() + "\")");
  }
}
