package dev.dynamoemulator.kinesis;

import dev.dynamoemulator.model.Arn;
import dev.dynamoemulator.model.Namespace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Appends records to a file for each stream, one a line. */
final class FileSink implements Sink {

  private final Path directory;

  FileSink(Path directory) {
    this.directory = directory;
  }

  @Override
  public synchronized CompletableFuture<Integer> put(
      String streamArn, List<KinesisRecord> records) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (KinesisRecord record : records) {
      lines.writeBytes(record.data());
      lines.write('\n');
    }
    try {
      Files.createDirectories(directory);
      Files.write(
          directory.resolve(fileName(streamArn)),
          lines.toByteArray(),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
    return CompletableFuture.completedFuture(records.size());
  }

  /** Account, region and name of the stream, such as {@code 000000000000-us-east-1-music.jsonl}. */
  private static String fileName(String streamArn) {
    Namespace owner = Arn.parse(streamArn).namespace();
    return owner.account() + "-" + owner.region() + "-" + Sink.streamName(streamArn) + ".jsonl";
  }
}
