package dev.dynamoemulator.operation.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.dynamoemulator.model.Limits;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Evidence: transactions.md §1.3; the text is that of DynamoDB Local. */
class TransactionSizeTest {

  private static final int MOST = 1000;

  /** What an account with a one-letter id and the attribute {@code v} has besides its value. */
  private static final int OVERHEAD = 4;

  private final TransactionFixture fixture =
      TransactionFixture.start(Limits.DYNAMODB.withTransactionSize(MOST));

  private static String put(String id, int size) {
    return "{'Put':{'TableName':'accounts','Item':{'id':{'S':'%s'},'v':{'S':'%s'}}}}"
        .formatted(id, "x".repeat(size - OVERHEAD));
  }

  private static String get(String id) {
    return "{'Get':{'TableName':'accounts','Key':{'id':{'S':'" + id + "'}}}}";
  }

  private static String check(String id) {
    return "{'ConditionCheck':{'TableName':'accounts','Key':{'id':{'S':'"
        + id
        + "'}},'ConditionExpression':'attribute_exists(id)'}}";
  }

  private static String tooLarge(int size) {
    return "ValidationException: Transaction payload size cannot exceed 4MB. Payload Size: " + size;
  }

  @Test
  void countsTheItemsThatAreWritten() {
    fixture.write(put("a", MOST / 2) + "," + put("b", MOST / 2));

    assertThat(fixture.writeFault(put("c", MOST / 2) + "," + put("d", MOST / 2 + 1)))
        .isEqualTo(tooLarge(MOST + 1));
    assertThat(fixture.account("c")).isNull();
  }

  @Test
  void countsTheItemsThatAreRead() {
    fixture.write(put("a", MOST / 2));
    fixture.write(put("b", MOST / 2));
    fixture.write(put("c", 10));

    assertThatCode(() -> fixture.get(get("a") + "," + get("b"))).doesNotThrowAnyException();
    assertThat(fixture.getFault(get("a") + "," + get("b") + "," + get("c")))
        .isEqualTo(tooLarge(MOST + 10));
  }

  @Test
  void countsTheItemsThatAreCheckedOrReplaced() {
    fixture.write(put("a", MOST - 10));
    fixture.write(put("b", 100));

    assertThat(fixture.writeFault(check("a") + "," + check("b"))).isEqualTo(tooLarge(MOST + 90));
    assertThat(fixture.writeFault(put("a", 10) + "," + put("c", 11))).isEqualTo(tooLarge(MOST + 1));
    fixture.write(put("a", 10) + "," + put("c", 10));
  }

  @Test
  void isFourMegabytes() {
    TransactionFixture large = TransactionFixture.start(Limits.DYNAMODB);
    String tenTimes400KB =
        IntStream.range(0, 10)
            .mapToObj(number -> put(Integer.toString(number), 400 * 1024))
            .collect(Collectors.joining(","));
    int left = (4096 - 10 * 400) * 1024;

    large.write(tenTimes400KB + "," + put("a", left));

    assertThat(large.writeFault(tenTimes400KB + "," + put("a", left + 1)))
        .isEqualTo(tooLarge(4 * 1024 * 1024 + 1));
  }
}
