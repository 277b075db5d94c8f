package dev.dynamoemulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.admin.SampleAdmin;
import dev.dynamoemulator.http.RawConnection.Response;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.protocol.FakeOperation;
import dev.dynamoemulator.protocol.SampleDispatcher;
import dev.dynamoemulator.protocol.SampleRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** More requests that wait, as held transactions do, than the server has threads. */
@Timeout(60)
class HttpServerHeldTest {

  private static final int MANY = 100;
  private static final String WAITING =
      RawConnection.post(SampleRequest.of("DescribeLimits"), "{}");

  private final CountDownLatch released = new CountDownLatch(1);
  private final List<RawConnection> waiting = new ArrayList<>();
  private final HttpServer server =
      HttpServer.start(
          "127.0.0.1",
          0,
          SampleDispatcher.of(
              FakeOperation.named("DescribeLimits", request -> this::waitForRelease)),
          SampleAdmin.closed());

  private Reply waitForRelease() {
    try {
      released.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return Reply.EMPTY;
  }

  @AfterEach
  void close() throws IOException {
    released.countDown();
    for (RawConnection connection : waiting) {
      connection.close();
    }
    server.close();
  }

  /** Else nobody could release them. */
  @Test
  void answersItsOwnEndpointsWhileAllThreadsAreHeld() throws IOException {
    for (int i = 0; i < MANY; i++) {
      waiting.add(new RawConnection(server.uri()));
      waiting.get(i).send(WAITING);
    }

    try (RawConnection connection = new RawConnection(server.uri())) {
      Response health =
          connection.exchange("GET /_emulator/health HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertThat(health.statusLine()).isEqualTo("HTTP/1.1 200 OK");
    }

    released.countDown();
    for (RawConnection connection : waiting) {
      assertThat(connection.receive().text()).isEqualTo("{}");
    }
  }
}
