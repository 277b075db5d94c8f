package dev.dynamoemulator.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** One kept-alive connection that sends a request and waits for its answer. For one thread. */
final class Client implements AutoCloseable {

  private final SocketChannel channel;
  private final Answer answer = new Answer();

  Client(int port) {
    try {
      channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The answer, whatever its status; valid until the next call. */
  Answer exchange(byte[] request) {
    try {
      ByteBuffer out = ByteBuffer.wrap(request);
      while (out.hasRemaining()) {
        channel.write(out);
      }
      answer.clear();
      while (!answer.isComplete()) {
        if (channel.read(answer.space()) < 0) {
          throw new IOException("the target has closed the connection");
        }
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Answer call(String operation, String body) {
    return exchange(new Request(operation, body).bytes());
  }

  /** The body of an answer that must be a success. */
  String succeed(String operation, String body) {
    Answer given = call(operation, body);
    if (given.status() != 200) {
      throw new IllegalStateException(
          operation + " was answered with " + given.status() + ": " + given.body());
    }
    return given.body();
  }

  /** Whether the target has this operation at all. */
  boolean knows(String operation) {
    return !call(operation, "{}").body().contains("UnknownOperationException");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
