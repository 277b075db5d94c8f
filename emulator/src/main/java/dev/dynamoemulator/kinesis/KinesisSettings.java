package dev.dynamoemulator.kinesis;

import dev.dynamoemulator.fixtures.signature.Credentials;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * Where records go. Databases that follow each other, and forks, share the same ones, as the
 * connections to an API and the lock on a file do not belong to the content. Immutable.
 */
public final class KinesisSettings {

  /** Null for the memory of each database. */
  private final Sink sink;

  private final long waitingBytes;

  private KinesisSettings(Sink sink, long waitingBytes) {
    this.sink = sink;
    this.waitingBytes = waitingBytes;
  }

  /** To an API: the service, kinesalite or LocalStack. */
  public static KinesisSettings toApi(URI endpoint, Credentials credentials, InstantSource clock) {
    return new KinesisSettings(new HttpSink(endpoint, credentials, clock), Long.MAX_VALUE);
  }

  /** Into a file of each stream. */
  public static KinesisSettings intoFiles(Path directory) {
    return new KinesisSettings(new FileSink(directory), Long.MAX_VALUE);
  }

  /** Into memory, where tests look at them. */
  public static KinesisSettings intoMemory() {
    return new KinesisSettings(null, Long.MAX_VALUE);
  }

  /** Drops the oldest records before their time when those that wait take more than that. */
  public KinesisSettings boundedTo(long bytes) {
    return new KinesisSettings(sink, bytes);
  }

  Sink sink(MemorySink memory) {
    return sink == null ? memory : sink;
  }

  long waitingBytes() {
    return waitingBytes;
  }
}
