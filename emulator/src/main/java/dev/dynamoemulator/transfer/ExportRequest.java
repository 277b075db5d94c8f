package dev.dynamoemulator.transfer;

import dev.dynamoemulator.transfer.bucket.Bucket;
import dev.dynamoemulator.transfer.format.ExportFormat;

/**
 * What an export is asked to do.
 *
 * @param encryption the {@code S3SseAlgorithm}; null when the request names none
 * @param encryptionKey the {@code S3SseKmsKeyId}; null when the request names none
 */
public record ExportRequest(
    ClientToken token,
    BucketLocation target,
    String encryption,
    String encryptionKey,
    ExportFormat format,
    ExportWindow window) {

  Bucket bucket() {
    return new Bucket(target.bucket(), target.owner(), encryption, encryptionKey);
  }
}
