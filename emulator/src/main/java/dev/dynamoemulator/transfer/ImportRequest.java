package dev.dynamoemulator.transfer;

import dev.dynamoemulator.transfer.bucket.Bucket;
import dev.dynamoemulator.transfer.format.CsvOptions;
import dev.dynamoemulator.transfer.format.InputCompression;
import dev.dynamoemulator.transfer.format.InputFormat;

/**
 * What an import is asked to do.
 *
 * @param csv null when the request has no such options
 * @param compression null when the request names none
 */
public record ImportRequest(
    ClientToken token,
    BucketLocation source,
    InputFormat format,
    CsvOptions csv,
    InputCompression compression) {

  Bucket bucket() {
    return Bucket.ownedBy(source.owner(), source.bucket());
  }
}
