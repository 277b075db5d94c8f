package dev.dynamoemulator.transfer;

/** The states of an export or import. */
public enum TransferStatus {
  IN_PROGRESS,
  COMPLETED,
  FAILED
}
