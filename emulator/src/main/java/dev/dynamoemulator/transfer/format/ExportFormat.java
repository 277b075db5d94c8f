package dev.dynamoemulator.transfer.format;

/** The forms of exported files. */
public enum ExportFormat {
  DYNAMODB_JSON(".json.gz"),
  ION(".ion.gz");

  private final String suffix;

  ExportFormat(String suffix) {
    this.suffix = suffix;
  }

  /** How names of data files end. */
  public String suffix() {
    return suffix;
  }

  /** A new writer of lines. */
  public LineWriter lines() {
    return switch (this) {
      case DYNAMODB_JSON -> new JsonLines();
      case ION -> new IonLines();
    };
  }
}
