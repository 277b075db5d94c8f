package dev.dynamoemulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamoemulator.admin.SampleAdmin;
import dev.dynamoemulator.http.RawConnection.Response;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.protocol.FakeOperation;
import dev.dynamoemulator.protocol.SampleDispatcher;
import dev.dynamoemulator.protocol.SampleRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpServerStopTest {

  private static final String THREADS = "dynamo-emulator-http";
  private static final String WAITING =
      RawConnection.post(SampleRequest.of("DescribeLimits"), "{}");
  private static final String QUICK = RawConnection.post(SampleRequest.of("ListTables"), "{}");

  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final HttpServer server =
      HttpServer.start(
          "127.0.0.1",
          0,
          SampleDispatcher.of(
              FakeOperation.named("DescribeLimits", request -> this::waitForRelease),
              FakeOperation.named("ListTables", request -> () -> Reply.EMPTY)),
          SampleAdmin.closed());

  private Reply waitForRelease() {
    arrived.countDown();
    try {
      released.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return out -> out.string("Released", "yes");
  }

  @Test
  void finishesRequestsInFlight() throws Exception {
    URI uri = server.uri();
    try (RawConnection waiting = new RawConnection(uri);
        RawConnection idle = new RawConnection(uri)) {
      waiting.send(WAITING);
      arrived.await();
      Thread stop = new Thread(server::close);

      stop.start();
      Response refusal = refusal(idle);
      released.countDown();

      assertThat(waiting.receive().text()).isEqualTo("{\"Released\":\"yes\"}");
      assertThat(refusal.statusLine()).isEqualTo("HTTP/1.1 503 Service Unavailable");
      assertThat(refusal.headers()).containsEntry("Connection", "close");
      stop.join();
      assertThat(waiting.isAtEnd()).isTrue();
      assertThatThrownBy(() -> new RawConnection(uri)).isInstanceOf(ConnectException.class);
    }
  }

  /** Asks until the server has begun to stop. */
  private static Response refusal(RawConnection connection) throws IOException {
    Response response = connection.exchange(QUICK);
    while (response.statusLine().contains("200")) {
      response = connection.exchange(QUICK);
    }
    return response;
  }

  @Test
  void leavesNoThreadBehind() throws Exception {
    try (RawConnection connection = new RawConnection(server.uri())) {
      connection.exchange(QUICK);
      List<Thread> before = threads();
      assertThat(before).isNotEmpty().allMatch(Thread::isDaemon);

      server.close();

      for (Thread thread : before) {
        thread.join(10_000);
      }
      assertThat(before).noneMatch(Thread::isAlive);
    }
  }

  @Test
  void holdsFewThreadsAtRest() throws Exception {
    try (RawConnection connection = new RawConnection(server.uri())) {
      connection.exchange(QUICK);

      assertThat(threads()).hasSizeLessThan(8);
    } finally {
      server.close();
    }
  }

  @Test
  void canBeStoppedTwice() {
    server.close();
    server.close();
  }

  private static List<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith(THREADS))
        .toList();
  }
}
