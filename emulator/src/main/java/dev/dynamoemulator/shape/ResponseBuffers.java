package dev.dynamoemulator.shape;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Keeps response buffers between requests. Thread-safe. */
public final class ResponseBuffers {

  private static final int KEPT = 16;

  /** A buffer that one large response has grown further is left to the garbage collector. */
  private static final int LARGEST_KEPT = 1 << 20;

  private final BlockingQueue<ResponseBuffer> idle = new ArrayBlockingQueue<>(KEPT);

  /** An empty buffer, to be closed when its bytes have been sent or copied. */
  public ResponseBuffer take() {
    ResponseBuffer buffer = idle.poll();
    return buffer == null ? new ResponseBuffer(this) : buffer;
  }

  void giveBack(ResponseBuffer buffer) {
    if (buffer.capacity() <= LARGEST_KEPT) {
      idle.offer(buffer);
    }
  }
}
