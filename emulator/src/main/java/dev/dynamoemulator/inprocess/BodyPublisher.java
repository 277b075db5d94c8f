package dev.dynamoemulator.inprocess;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Publishes one body in one piece, on the subscriber's thread. */
record BodyPublisher(byte[] body) implements Publisher<ByteBuffer> {

  @Override
  public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
    subscriber.onSubscribe(new Delivery(body, subscriber, new AtomicBoolean()));
  }

  private record Delivery(
      byte[] body, Subscriber<? super ByteBuffer> subscriber, AtomicBoolean isOver)
      implements Subscription {

    @Override
    public void request(long count) {
      if (!isOver.compareAndSet(false, true)) {
        return;
      }
      if (count <= 0) {
        subscriber.onError(new IllegalArgumentException("Requested " + count + " elements"));
        return;
      }
      if (body.length > 0) {
        subscriber.onNext(ByteBuffer.wrap(body));
      }
      subscriber.onComplete();
    }

    @Override
    public void cancel() {
      isOver.set(true);
    }
  }
}
