package dev.dynamoemulator.protocol;

/**
 * A request as it came off the wire or out of an SDK client.
 *
 * @param method in capitals
 * @param path as sent, without the query
 * @param query as sent, without the question mark; null when there is none
 * @param body empty when there is none; not to be changed afterwards
 */
public record WireRequest(String method, String path, String query, Headers headers, byte[] body) {

  /** 16 MiB; one byte more is answered with {@link WireResponse#TOO_LARGE} (protocol.md §1). */
  public static final int MAX_BODY_LENGTH = 16 * 1024 * 1024;

  /** Looks a header up, so that a transport need not copy its own. */
  @FunctionalInterface
  public interface Headers {

    /**
     * The first value of the header, or null.
     *
     * @param name in any case
     */
    String get(String name);
  }

  /** The first value of the header, or null. */
  public String header(String name) {
    return headers.get(name);
  }

  WireRequest withBody(byte[] other) {
    return new WireRequest(method, path, query, headers, other);
  }

  boolean hasBody() {
    return body.length > 0;
  }
}
