package dev.dynamoemulator.kinesis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Keeps the latest records of every stream in memory, for tests to look at. */
final class MemorySink implements Sink {

  private static final int RECORDS = 10_000;

  private final Map<String, Deque<String>> streams = new HashMap<>();

  @Override
  public synchronized CompletableFuture<Integer> put(
      String streamArn, List<KinesisRecord> records) {
    Deque<String> stream = streams.computeIfAbsent(streamArn, unused -> new ArrayDeque<>());
    for (KinesisRecord record : records) {
      if (stream.size() == RECORDS) {
        stream.removeFirst();
      }
      stream.addLast(new String(record.data(), StandardCharsets.UTF_8));
    }
    return CompletableFuture.completedFuture(records.size());
  }

  synchronized List<String> records(String streamArn) {
    return List.copyOf(streams.getOrDefault(streamArn, new ArrayDeque<>()));
  }
}
