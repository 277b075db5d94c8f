package dev.dynamoemulator.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Keeps a number of connections busy from one thread, each with one request at a time, and checks
 * every answer. One thread leaves the other core of a small machine to the target.
 */
final class Load {

  private final List<byte[]> requests;
  private final boolean repeats;
  private final byte[] marker;
  private final Latencies latencies = new Latencies();
  private int next;
  private int open;
  private long end;

  /**
   * @param repeats whether the requests can be sent again when they are used up
   * @param marker what every good answer contains
   */
  Load(List<byte[]> requests, boolean repeats, String marker) {
    this.requests = requests;
    this.repeats = repeats;
    this.marker = marker.getBytes(StandardCharsets.UTF_8);
  }

  /** What a run has measured. */
  record Outcome(int count, long nanos, long p50, long p99) {}

  Outcome run(int port, int connections, Duration duration) {
    try (Selector selector = Selector.open()) {
      long start = System.nanoTime();
      end = start + duration.toNanos();
      for (int i = 0; i < connections; i++) {
        new Connection(port, selector).send();
      }
      while (open > 0) {
        selector.select(key -> ((Connection) key.attachment()).advance());
      }
      long nanos = System.nanoTime() - start;
      return new Outcome(
          latencies.count(), nanos, latencies.percentile(0.5), latencies.percentile(0.99));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next request; null when it is time to stop. */
  private byte[] nextRequest(long now) {
    if (now >= end || !repeats && next == requests.size()) {
      return null;
    }
    byte[] request = requests.get(next % requests.size());
    next++;
    return request;
  }

  private final class Connection {

    private final SocketChannel channel;
    private final SelectionKey key;
    private final Answer answer = new Answer();
    private ByteBuffer out;
    private long sentAt;

    Connection(int port, Selector selector) throws IOException {
      channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false);
      key = channel.register(selector, SelectionKey.OP_READ, this);
      open++;
    }

    void send() throws IOException {
      sentAt = System.nanoTime();
      byte[] request = nextRequest(sentAt);
      if (request == null) {
        channel.close();
        open--;
        return;
      }
      answer.clear();
      out = ByteBuffer.wrap(request);
      write();
    }

    void advance() {
      try {
        if (key.isWritable() && out.hasRemaining()) {
          write();
        }
        if (key.isReadable()) {
          read();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void write() throws IOException {
      channel.write(out);
      int wanted =
          out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
      if (key.interestOps() != wanted) {
        key.interestOps(wanted);
      }
    }

    private void read() throws IOException {
      if (channel.read(answer.space()) < 0) {
        throw new IOException("the target has closed the connection");
      }
      if (!answer.isComplete()) {
        return;
      }
      latencies.add(System.nanoTime() - sentAt);
      if (answer.status() != 200 || !answer.contains(marker)) {
        throw new IllegalStateException(
            "unexpected answer " + answer.status() + ": " + answer.body());
      }
      send();
    }
  }
}
