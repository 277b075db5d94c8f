package dev.dynamoemulator.kcl;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a consumer has got so far. Thread-safe: each shard is read by a thread of its own. */
final class Received {

  /** The first worker of an application takes its first leases after about a minute (seen). */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(4);

  private final List<Change> changes = new ArrayList<>();
  private final Set<String> endedShards = new HashSet<>();

  synchronized void add(Change change) {
    changes.add(change);
    notifyAll();
  }

  synchronized void ended(String shardId) {
    endedShards.add(shardId);
  }

  /** Returns when there are so many, or fails after a long time. */
  synchronized List<Change> await(int count) throws InterruptedException {
    long end = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (changes.size() < count) {
      long millis = (end - System.nanoTime()) / 1_000_000;
      if (millis <= 0) {
        throw new AssertionError("Only " + changes.size() + " of " + count + " came: " + changes);
      }
      wait(millis);
    }
    return List.copyOf(changes);
  }

  synchronized List<Change> changes() {
    return List.copyOf(changes);
  }

  synchronized Set<String> endedShards() {
    return Set.copyOf(endedShards);
  }
}
