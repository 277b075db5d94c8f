package dev.dynamoemulator.transfer.format;

/** Which images the lines of an incremental export hold. */
public enum ExportView {
  NEW_IMAGE,
  NEW_AND_OLD_IMAGES;

  boolean hasOldImage() {
    return this == NEW_AND_OLD_IMAGES;
  }
}
