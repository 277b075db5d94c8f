package dev.dynamoemulator.kinesis;

import java.net.URI;
import java.nio.file.Path;

/**
 * Where records go: to an API, else into files, else into memory.
 *
 * @param endpoint of a Kinesis API; or null
 * @param directory for a file of each stream; or null
 */
public record KinesisSettings(URI endpoint, Path directory) {

  /** Into memory. */
  public static final KinesisSettings IN_MEMORY = new KinesisSettings(null, null);
}
