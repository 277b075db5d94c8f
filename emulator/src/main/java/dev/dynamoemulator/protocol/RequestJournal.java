package dev.dynamoemulator.protocol;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The last calls of operations with their answers, for whoever wants to know why a test failed. It
 * keeps nothing until it is told how much to keep. Thread-safe.
 */
public final class RequestJournal {

  /** Longer bodies are cut, so that a full journal stays small. */
  private static final int MAX_BODY_LENGTH = 2_000;

  private final Deque<Entry> entries = new ArrayDeque<>();
  private volatile int capacity;

  /**
   * A call and how it ended.
   *
   * @param target the value of {@code X-Amz-Target}; null when there was none
   * @param request the body, cut when it is long
   * @param status of HTTP
   * @param error the body of the answer when that is an error, else null
   */
  public record Entry(String requestId, String target, String request, int status, String error) {

    /** The operation without the version of the API before it. */
    public String operation() {
      return target == null ? "?" : target.substring(target.lastIndexOf('.') + 1);
    }

    @Override
    public String toString() {
      return operation() + " " + request + " -> " + status + (error == null ? "" : " " + error);
    }
  }

  /** Keeps that many of the last calls from now on; none, and nothing of before, when 0. */
  public void keep(int calls) {
    synchronized (entries) {
      capacity = calls;
      shrinkTo(calls);
    }
  }

  /** What has been kept, the oldest first. */
  public List<Entry> entries() {
    synchronized (entries) {
      return List.copyOf(entries);
    }
  }

  /** Forgets what has been kept. */
  public void clear() {
    synchronized (entries) {
      entries.clear();
    }
  }

  void record(WireRequest request, String requestId, WireResponse answer) {
    if (capacity == 0) {
      return;
    }
    Entry entry =
        new Entry(
            requestId,
            request.header("X-Amz-Target"),
            text(request.body(), request.body().length),
            answer.status(),
            answer.status() < 400 ? null : error(answer));
    synchronized (entries) {
      entries.addLast(entry);
      shrinkTo(capacity);
    }
  }

  private void shrinkTo(int size) {
    while (entries.size() > size) {
      entries.removeFirst();
    }
  }

  private static String error(WireResponse answer) {
    return answer.header("Content-Encoding") == null
        ? text(answer.body().array(), answer.bodyLength())
        : "(compressed)";
  }

  private static String text(byte[] body, int length) {
    return length <= MAX_BODY_LENGTH
        ? new String(body, 0, length, StandardCharsets.UTF_8)
        : new String(body, 0, MAX_BODY_LENGTH, StandardCharsets.UTF_8) + "... (" + length + " B)";
  }
}
