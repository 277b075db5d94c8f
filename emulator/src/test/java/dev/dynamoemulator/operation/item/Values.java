package dev.dynamoemulator.operation.item;

/** JSON of attribute values that are too long to be written out. */
final class Values {

  private Values() {}

  static String string(int length) {
    return "{'S':'" + "x".repeat(length) + "'}";
  }

  /** A binary of zero bytes. */
  static String binary(int length) {
    return "{'B':'" + java.util.Base64.getEncoder().encodeToString(new byte[length]) + "'}";
  }

  /** A string wrapped so often that the value has this many levels. */
  static String nested(int levels) {
    return "{'L':[".repeat(levels - 1) + "{'S':'x'}" + "]}".repeat(levels - 1);
  }
}
