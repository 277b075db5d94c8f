package dev.dynamoemulator.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
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
  void runsTasksAsTimePasses() throws Exception {
    try (Environment environment = new Environment(AdjustableClock.system(), Ids.random())) {
      CompletableFuture<String> task = new CompletableFuture<>();

      environment.scheduler().schedule(Duration.ofDays(1), () -> task.complete("late"));
      environment.scheduler().schedule(Duration.ofMillis(1), () -> task.complete("early"));

      assertThat(task.get(10, TimeUnit.SECONDS)).isEqualTo("early");
    }
  }

  @Test
  void repeatsTasksAsTimePasses() throws Exception {
    CountDownLatch runs = new CountDownLatch(3);

    try (Environment environment = new Environment(AdjustableClock.system(), Ids.random())) {
      environment.scheduler().repeat(Duration.ofMillis(1), runs::countDown);

      assertThat(runs.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void goesOnAfterATaskThatEndedInAnError() throws Exception {
    CompletableFuture<String> next = new CompletableFuture<>();

    try (Environment environment = new Environment(AdjustableClock.system(), Ids.random())) {
      environment.scheduler().schedule(Duration.ZERO, EnvironmentTest::overflow);
      environment.scheduler().schedule(Duration.ZERO, () -> next.complete("done"));

      assertThat(next.get(10, TimeUnit.SECONDS)).isEqualTo("done");
    }
  }

  private static void overflow() {
    throw new StackOverflowError("thrown by a test");
  }

  @Test
  void waitsForARunningTaskAndEndsItsThreadWhenClosed() throws Exception {
    CompletableFuture<Thread> runner = new CompletableFuture<>();
    CountDownLatch end = new CountDownLatch(1);
    Environment environment = new Environment(AdjustableClock.system(), Ids.random());
    environment
        .scheduler()
        .schedule(
            Duration.ZERO,
            () -> {
              runner.complete(Thread.currentThread());
              awaitUninterrupted(end);
            });
    Thread thread = runner.get(10, TimeUnit.SECONDS);

    CompletableFuture<Void> closing = CompletableFuture.runAsync(environment::close);
    assertThat(closing).isNotDone();
    end.countDown();
    closing.get(10, TimeUnit.SECONDS);

    assertThat(thread.isAlive()).isFalse();
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
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
