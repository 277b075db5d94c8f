package dev.dynamoemulator.sdkv1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.SaveBehavior;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBQueryExpression;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBScanExpression;
import com.amazonaws.services.dynamodbv2.datamodeling.TransactionWriteRequest;
import com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException;
import com.amazonaws.services.dynamodbv2.model.TransactionCanceledException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code DynamoDBMapper}, whose requests are those of before expressions. */
class MapperTest {

  private final NotesTable notes = new NotesTable();

  @AfterEach
  void close() {
    notes.close();
  }

  @Test
  void loadsWhatItSaved() {
    Note note = new Note("ada", 1, "engines");
    note.setTags(Set.of("x", "y"));
    notes.mapper().save(note);

    Note loaded = notes.mapper().load(Note.class, "ada", 1);

    assertThat(loaded).usingRecursiveComparison().isEqualTo(note);
    assertThat(loaded.getVersion()).isEqualTo(1);
  }

  @Test
  void savesOnlyOverTheVersionThatItKnows() {
    Note note = new Note("ada", 1, "engines");
    notes.mapper().save(note);
    Note stale = notes.mapper().load(Note.class, "ada", 1);
    notes.mapper().save(note);

    assertThatThrownBy(() -> notes.mapper().save(stale))
        .isInstanceOf(ConditionalCheckFailedException.class)
        .hasMessageStartingWith("The conditional request failed");
    assertThatThrownBy(() -> notes.mapper().delete(stale))
        .isInstanceOf(ConditionalCheckFailedException.class);
    notes.mapper().delete(note);
    assertThat(notes.mapper().load(Note.class, "ada", 1)).isNull();
  }

  @Test
  void keepsWhatItDoesNotMapWhenToldSo() {
    Note note = new Note("ada", 1, "engines");
    notes.mapper().save(note);
    note.setTopic(null);
    notes
        .mapper()
        .save(
            note,
            DynamoDBMapperConfig.builder()
                .withSaveBehavior(SaveBehavior.UPDATE_SKIP_NULL_ATTRIBUTES)
                .build());

    assertThat(notes.mapper().load(Note.class, "ada", 1).getTopic()).isEqualTo("engines");
  }

  @Test
  void readsPageAfterPage() {
    saveBatch(60);

    var query =
        new DynamoDBQueryExpression<Note>()
            .withHashKeyValues(new Note("ada", 0, null))
            .withLimit(7);

    assertThat(notes.mapper().query(Note.class, query))
        .extracting(Note::getNumber)
        .containsExactlyElementsOf(IntStream.range(0, 60).boxed().toList());
    assertThat(notes.mapper().count(Note.class, new DynamoDBScanExpression().withLimit(7)))
        .isEqualTo(60);
    assertThat(notes.mapper().parallelScan(Note.class, new DynamoDBScanExpression(), 4))
        .hasSize(60);
  }

  @Test
  void queriesAnIndex() {
    saveBatch(4);

    var query =
        new DynamoDBQueryExpression<Note>()
            .withIndexName(Note.BY_TOPIC)
            .withConsistentRead(false)
            .withHashKeyValues(new Note(null, 0, "odd"));
    query.getHashKeyValues().setNumber(null);

    assertThat(notes.mapper().query(Note.class, query))
        .extracting(Note::getNumber)
        .containsExactlyInAnyOrder(1, 3);
  }

  @Test
  void writesAllOrNothingInATransaction() {
    Note first = new Note("ada", 1, "engines");
    notes.mapper().transactionWrite(new TransactionWriteRequest().addPut(first));

    assertThatThrownBy(
            () ->
                notes
                    .mapper()
                    .transactionWrite(
                        new TransactionWriteRequest()
                            .addPut(new Note("ada", 2, "engines"))
                            .addPut(new Note("ada", 1, "engines"))))
        .isInstanceOf(TransactionCanceledException.class);
    assertThat(notes.mapper().load(Note.class, "ada", 2)).isNull();
  }

  private void saveBatch(int count) {
    List<Note> batch =
        IntStream.range(0, count)
            .mapToObj(number -> new Note("ada", number, number % 2 == 0 ? "even" : "odd"))
            .toList();
    assertThat(notes.mapper().batchSave(batch)).isEmpty();
  }
}
