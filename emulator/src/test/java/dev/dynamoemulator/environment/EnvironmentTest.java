package dev.dynamoemulator.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EnvironmentTest {

  @Test
  void runsTasksOnADaemonThreadOfItsOwn() throws Exception {
    CompletableFuture<Thread> runner = new CompletableFuture<>();

    try (Environment environment = new Environment(AdjustableClock.system(), Ids.random())) {
      environment
          .scheduler()
          .schedule(Duration.ZERO, () -> runner.complete(Thread.currentThread()));

      Thread thread = runner.get(10, TimeUnit.SECONDS);
      assertThat(thread).isNotSameAs(Thread.currentThread());
      assertThat(thread.isDaemon()).isTrue();
    }
  }

  @Test
  void runsNothingAfterClosing() {
    CompletableFuture<Void> task = new CompletableFuture<>();
    Environment environment = new Environment(AdjustableClock.system(), Ids.random());
    environment.scheduler().schedule(Duration.ofHours(1), () -> task.complete(null));

    environment.close();
    environment.scheduler().schedule(Duration.ZERO, () -> task.complete(null));
    environment.close();

    assertThat(task).isNotDone();
  }
}
