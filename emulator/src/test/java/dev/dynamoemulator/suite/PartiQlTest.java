package dev.dynamoemulator.suite;

import static dev.dynamoemulator.suite.Values.n;
import static dev.dynamoemulator.suite.Values.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementErrorCodeEnum;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DuplicateItemException;
import software.amazon.awssdk.services.dynamodb.model.ParameterizedStatement;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Statements, alone, in batches and in transactions (partiql.md). */
class PartiQlTest extends BehaviourTest {

  private String insert() {
    return "INSERT INTO \"" + tableName + "\" VALUE {'pk': ?, 'v': ?}";
  }

  private String increment() {
    return "UPDATE \"" + tableName + "\" SET v = v + 1 WHERE pk = ?";
  }

  private List<Map<String, AttributeValue>> execute(String statement, AttributeValue... values) {
    return client
        .executeStatement(execute -> execute.statement(statement).parameters(values))
        .items();
  }

  @Test
  void insertsSelectsUpdatesAndDeletes() {
    TestTable table = table().create("pk:S");

    execute(insert(), s("a"), n(1));
    execute(increment(), s("a"));

    assertThat(execute("SELECT v FROM \"" + tableName + "\" WHERE pk = ?", s("a")))
        .containsExactly(Map.of("v", n(2)));
    execute("DELETE FROM \"" + tableName + "\" WHERE pk = ?", s("a"));
    assertThat(table.scan()).isEmpty();
  }

  @Test
  void tellsOfFailedStatements() {
    table().create("pk:S").put(Map.of("pk", s("a"), "v", n(1)));

    assertThatThrownBy(() -> execute(insert(), s("a"), n(1)))
        .isInstanceOf(DuplicateItemException.class);
    assertThatThrownBy(() -> execute(increment(), s("absent")))
        .isInstanceOf(ConditionalCheckFailedException.class);
  }

  @Test
  void goesOnWithTheNextPage() {
    TestTable table = table().create("pk:S");
    for (int i = 0; i < 5; i++) {
      table.put(Map.of("pk", s("k" + i)));
    }
    String select = "SELECT pk FROM \"" + tableName + "\"";

    var first = client.executeStatement(execute -> execute.statement(select).limit(3));
    var second =
        client.executeStatement(execute -> execute.statement(select).nextToken(first.nextToken()));

    assertThat(first.items()).hasSize(3);
    assertThat(second.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
    assertThat(second.nextToken()).isNull();
  }

  @Test
  void answersEachStatementOfABatchByItself() {
    table().create("pk:S").put(Map.of("pk", s("a"), "v", n(1)));

    BatchExecuteStatementResponse answer =
        client.batchExecuteStatement(
            batch ->
                batch.statements(
                    BatchStatementRequest.builder()
                        .statement(insert())
                        .parameters(s("a"), n(1))
                        .build(),
                    BatchStatementRequest.builder()
                        .statement(insert())
                        .parameters(s("b"), n(2))
                        .build()));

    assertThat(answer.responses().get(0).error().code())
        .isEqualTo(BatchStatementErrorCodeEnum.DUPLICATE_ITEM);
    assertThat(answer.responses().get(1).error()).isNull();
    assertThat(table().get(Map.of("pk", s("b")))).containsEntry("v", n(2));
  }

  @Test
  void executesAllStatementsOfATransactionOrNone() {
    TestTable table = table().create("pk:S").put(Map.of("pk", s("a"), "v", n(1)));

    assertThatThrownBy(() -> executeTransaction(s("b"), s("absent")))
        .isInstanceOfSatisfying(
            TransactionCanceledException.class,
            cancelled ->
                assertThat(cancelled.cancellationReasons())
                    .extracting(reason -> reason.code())
                    .containsExactly("None", "ConditionalCheckFailed"));
    assertThat(table.scan()).containsExactly(Map.of("pk", s("a"), "v", n(1)));

    executeTransaction(s("b"), s("a"));
    assertThat(table.contents())
        .isEqualTo(
            Values.canonical(
                List.of(Map.of("pk", s("a"), "v", n(2)), Map.of("pk", s("b"), "v", n(1)))));
  }

  private void executeTransaction(AttributeValue inserted, AttributeValue incremented) {
    client.executeTransaction(
        transaction ->
            transaction.transactStatements(
                ParameterizedStatement.builder()
                    .statement(insert())
                    .parameters(inserted, n(1))
                    .build(),
                ParameterizedStatement.builder()
                    .statement(increment())
                    .parameters(incremented)
                    .build()));
  }
}
