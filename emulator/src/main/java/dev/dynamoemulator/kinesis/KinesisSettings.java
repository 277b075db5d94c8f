package dev.dynamoemulator.kinesis;

import dev.dynamoemulator.fixtures.signature.Credentials;
import java.net.URI;
import java.nio.file.Path;

/**
 * Where records go: to an API, else into files, else into memory.
 *
 * @param endpoint of a Kinesis API; or null
 * @param credentials for the endpoint
 * @param directory for a file of each stream; or null
 * @param waitingBytes of all records that wait to be delivered; when there are more, the oldest are
 *     dropped before their time
 */
public record KinesisSettings(
    URI endpoint, Credentials credentials, Path directory, long waitingBytes) {

  /** Into memory. */
  public static final KinesisSettings IN_MEMORY =
      new KinesisSettings(null, Credentials.ANY, null, Long.MAX_VALUE);
}
