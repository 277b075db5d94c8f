package dev.dynamoemulator.http;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Counts the requests that are being answered, so that a stop can wait for them. Thread-safe. */
final class RequestsInFlight {

  private final Semaphore places = new Semaphore(Integer.MAX_VALUE);
  private volatile boolean finishing;

  /** Whether the request may be answered; if so, {@link #leave} must follow. */
  boolean enter() {
    return !finishing && places.tryAcquire();
  }

  void leave() {
    places.release();
  }

  /** Lets nobody in any more and waits until all have left, or the time is over. */
  void finish(long millis) {
    finishing = true;
    try {
      if (places.tryAcquire(Integer.MAX_VALUE, millis, TimeUnit.MILLISECONDS)) {
        places.release(Integer.MAX_VALUE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
