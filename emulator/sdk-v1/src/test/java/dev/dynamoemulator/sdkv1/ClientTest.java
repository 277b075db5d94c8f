package dev.dynamoemulator.sdkv1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.amazonaws.services.dynamodbv2.model.AmazonDynamoDBException;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.CancellationReason;
import com.amazonaws.services.dynamodbv2.model.ComparisonOperator;
import com.amazonaws.services.dynamodbv2.model.Condition;
import com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException;
import com.amazonaws.services.dynamodbv2.model.DeleteTableRequest;
import com.amazonaws.services.dynamodbv2.model.DescribeTableRequest;
import com.amazonaws.services.dynamodbv2.model.ExpectedAttributeValue;
import com.amazonaws.services.dynamodbv2.model.Put;
import com.amazonaws.services.dynamodbv2.model.PutItemRequest;
import com.amazonaws.services.dynamodbv2.model.QueryRequest;
import com.amazonaws.services.dynamodbv2.model.ResourceNotFoundException;
import com.amazonaws.services.dynamodbv2.model.ReturnConsumedCapacity;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItem;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItemsRequest;
import com.amazonaws.services.dynamodbv2.model.TransactionCanceledException;
import com.amazonaws.waiters.WaiterParameters;
import java.nio.ByteBuffer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * {@code AmazonDynamoDB}. Version 1 of the SDK checks the CRC32 of every answer and refuses what
 * does not fit, so each answer here proves it too.
 */
class ClientTest {

  private static final Map<String, AttributeValue> NOTE =
      Map.of(
          "author", new AttributeValue("ada"),
          "number", new AttributeValue().withN("1"),
          "data", new AttributeValue().withB(ByteBuffer.wrap(new byte[] {0, 1, -1})),
          "tags", new AttributeValue().withSS("x", "y"));

  private final NotesTable notes = new NotesTable();

  @AfterEach
  void close() {
    notes.close();
  }

  @Test
  void getsBackWhatItPut() {
    notes.client().putItem(NotesTable.NAME, NOTE);

    var answer = notes.client().getItem(NotesTable.NAME, key());

    assertThat(answer.getItem()).isEqualTo(NOTE);
    assertThat(answer.getSdkHttpMetadata().getHttpStatusCode()).isEqualTo(200);
  }

  @Test
  void understandsConditionsOfBeforeExpressions() {
    notes.client().putItem(NotesTable.NAME, NOTE);

    var found =
        notes
            .client()
            .query(
                new QueryRequest(NotesTable.NAME)
                    .withReturnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                    .addKeyConditionsEntry(
                        "author",
                        new Condition()
                            .withComparisonOperator(ComparisonOperator.EQ)
                            .withAttributeValueList(new AttributeValue("ada"))));

    assertThat(found.getItems()).containsExactly(NOTE);
    assertThat(found.getConsumedCapacity().getCapacityUnits()).isEqualTo(0.5);
    assertThatThrownBy(
            () ->
                notes
                    .client()
                    .putItem(
                        new PutItemRequest(NotesTable.NAME, NOTE)
                            .addExpectedEntry("author", new ExpectedAttributeValue(false))))
        .isInstanceOf(ConditionalCheckFailedException.class);
  }

  @Test
  void readsCodeMessageAndStatusOfAFault() {
    var missing =
        catchThrowableOfType(
            ResourceNotFoundException.class, () -> notes.client().getItem("Absent", key()));
    var invalid =
        catchThrowableOfType(
            AmazonDynamoDBException.class,
            () ->
                notes
                    .client()
                    .getItem(NotesTable.NAME, Map.of("author", new AttributeValue("ada"))));

    assertThat(missing.getErrorCode()).isEqualTo("ResourceNotFoundException");
    assertThat(missing.getErrorMessage()).isEqualTo("Requested resource not found");
    assertThat(missing.getStatusCode()).isEqualTo(400);
    assertThat(missing.getRequestId()).isNotBlank();
    assertThat(invalid.getErrorCode()).isEqualTo("ValidationException");
    assertThat(invalid.getErrorMessage())
        .isEqualTo("The provided key element does not match the schema");
    assertThat(invalid.getStatusCode()).isEqualTo(400);
  }

  @Test
  void readsTheItemOfAFailedCondition() {
    notes.client().putItem(NotesTable.NAME, NOTE);

    var failure =
        catchThrowableOfType(
            ConditionalCheckFailedException.class,
            () ->
                notes
                    .client()
                    .putItem(
                        new PutItemRequest(NotesTable.NAME, NOTE)
                            .withConditionExpression("attribute_not_exists(author)")
                            .withReturnValuesOnConditionCheckFailure("ALL_OLD")));

    assertThat(failure.getErrorMessage()).isEqualTo("The conditional request failed");
    assertThat(failure.getItem()).isEqualTo(NOTE);
  }

  @Test
  void readsTheReasonsOfACancelledTransaction() {
    notes.client().putItem(NotesTable.NAME, NOTE);
    Put onlyNew =
        new Put()
            .withTableName(NotesTable.NAME)
            .withItem(NOTE)
            .withConditionExpression("attribute_not_exists(author)")
            .withReturnValuesOnConditionCheckFailure("ALL_OLD");

    var failure =
        catchThrowableOfType(
            TransactionCanceledException.class,
            () ->
                notes
                    .client()
                    .transactWriteItems(
                        new TransactWriteItemsRequest()
                            .withTransactItems(new TransactWriteItem().withPut(onlyNew))));

    assertThat(failure.getErrorMessage())
        .isEqualTo(
            "Transaction cancelled, please refer cancellation reasons for specific reasons"
                + " [ConditionalCheckFailed]");
    assertThat(failure.getCancellationReasons())
        .containsExactly(
            new CancellationReason()
                .withCode("ConditionalCheckFailed")
                .withMessage("The conditional request failed")
                .withItem(NOTE));
  }

  @Test
  void waitsUntilATableIsGone() {
    notes.client().deleteTable(new DeleteTableRequest(NotesTable.NAME));

    notes
        .client()
        .waiters()
        .tableNotExists()
        .run(new WaiterParameters<>(new DescribeTableRequest(NotesTable.NAME)));

    assertThat(notes.client().listTables().getTableNames()).isEmpty();
  }

  private static Map<String, AttributeValue> key() {
    return Map.of("author", NOTE.get("author"), "number", NOTE.get("number"));
  }
}
