package dev.dynamoemulator.expression;

import static dev.dynamoemulator.expression.Expressions.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ExpressionCacheTest {

  @Test
  void parsesATextOnce() {
    ExpressionCache cache = new ExpressionCache();

    assertThat(cache.condition("a = :v")).isSameAs(cache.condition("a = :v"));
    assertThat(cache.projection("a")).isSameAs(cache.projection("a"));
    assertThat(cache.update("SET a = :v")).isSameAs(cache.update("SET a = :v"));
  }

  @Test
  void keepsTheKindsApart() {
    ExpressionCache cache = new ExpressionCache();
    Placeholders none = Placeholders.of(null, null);

    assertThat(messageOf(() -> cache.condition("a = :v").bind(none)))
        .startsWith("Invalid ConditionExpression: ");
    assertThat(messageOf(() -> cache.filter("a = :v").bind(none)))
        .startsWith("Invalid FilterExpression: ");
    assertThat(messageOf(() -> cache.keyCondition("a = :v").bind(none)))
        .startsWith("Invalid KeyConditionExpression: ");
  }

  @Test
  void bindsTheSameTextToOtherValues() {
    ExpressionCache cache = new ExpressionCache();

    assertThat(isTrue(cache, "{':v': {N: '1'}}")).isTrue();
    assertThat(isTrue(cache, "{':v': {N: '2'}}")).isFalse();
  }

  private static boolean isTrue(ExpressionCache cache, String values) {
    return cache
        .condition("a = :v")
        .bind(Expressions.placeholders(values))
        .isTrue(AttributeJson.item("{a: {N: '1'}}"));
  }

  @Test
  void faultsAreTheSameOnEveryCall() {
    ExpressionCache cache = new ExpressionCache();

    String first = messageOf(() -> cache.filter("((a = b))"));

    assertThat(first).isNotNull().isEqualTo(messageOf(() -> cache.filter("((a = b))")));
  }

  @Test
  void remembersTheLatestAndForgetsTheRest() {
    List<String> computed = new ArrayList<>();
    RecentlyUsed<String> cache =
        new RecentlyUsed<>(
            2,
            text -> {
              computed.add(text);
              return text;
            });

    for (String text : List.of("a", "b", "c", "a", "d", "e", "a", "f", "b")) {
      assertThat(cache.get(text)).isEqualTo(text);
      assertThat(cache.size()).isLessThanOrEqualTo(4);
    }

    assertThat(computed).containsExactly("a", "b", "c", "d", "e", "f", "b");
  }

  @Test
  void servesManyThreads() throws Exception {
    ExpressionCache cache = new ExpressionCache(4);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Boolean>> tasks = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        String text = "a = :v AND b" + i % 12 + " = :v";
        tasks.add(
            () ->
                cache
                    .condition(text)
                    .bind(Expressions.placeholders("{':v': {N: '1'}}"))
                    .attributeNames()
                    .contains(text.substring(11, text.indexOf(' ', 11))));
      }
      for (Future<Boolean> result : threads.invokeAll(tasks)) {
        assertThat(result.get()).isTrue();
      }
    } finally {
      threads.shutdown();
    }
  }
}
