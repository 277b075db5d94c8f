package dev.dynamoemulator.suite;

import static dev.dynamoemulator.suite.Values.canonical;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** The sample tables of the fixtures, whole: every item, by every key, through every index. */
class SampleTablesTest extends BehaviourTest {

  static Stream<Sample> samples() {
    return Sample.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void describesWhatWasCreated(Sample sample) {
    client.createTable(sample.request().toBuilder().tableName(tableName).build());

    TableDescription table = client.describeTable(d -> d.tableName(tableName)).table();

    assertThat(table.tableStatus()).isEqualTo(TableStatus.ACTIVE);
    assertThat(table.keySchema()).isEqualTo(sample.request().keySchema());
    assertThat(table.attributeDefinitions())
        .containsExactlyInAnyOrderElementsOf(sample.request().attributeDefinitions());
    assertThat(
            Stream.concat(
                    table.localSecondaryIndexes().stream().map(index -> index.indexName()),
                    table.globalSecondaryIndexes().stream().map(index -> index.indexName()))
                .toList())
        .containsExactlyInAnyOrderElementsOf(sample.indexes().map(Sample.Index::name).toList());
    assertThat(table.streamSpecification()).isEqualTo(sample.request().streamSpecification());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void scansWhatWasWritten(Sample sample) {
    sample.load(client, tableName);

    for (int limit : new int[] {1, 7, 1000}) {
      assertThat(canonical(scan(ScanRequest.builder().limit(limit))))
          .isEqualTo(canonical(sample.items()));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void scansEachIndexToItsEntries(Sample sample) {
    sample.load(client, tableName);

    sample
        .indexes()
        .forEach(
            index -> {
              List<Map<String, AttributeValue>> found =
                  scan(ScanRequest.builder().indexName(index.name()).limit(3));

              assertThat(found).as(index.name()).hasSameSizeAs(sample.entries(index));
              assertThat(canonical(found)).isEqualTo(canonical(sample.entries(index)));
            });
  }

  @ParameterizedTest
  @MethodSource("samples")
  void dividesScansIntoSegments(Sample sample) {
    sample.load(client, tableName);
    int segments = 4;

    List<Map<String, AttributeValue>> found =
        IntStream.range(0, segments)
            .mapToObj(s -> ScanRequest.builder().segment(s).totalSegments(segments).limit(5))
            .flatMap(request -> scan(request).stream())
            .toList();

    assertThat(found).hasSameSizeAs(sample.items());
    assertThat(canonical(found)).isEqualTo(canonical(sample.items()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void getsEachItemByItsKey(Sample sample) {
    sample.load(client, tableName);
    List<Map<String, AttributeValue>> keys =
        sample.items().stream().map(item -> Sample.only(item, sample.keys()::contains)).toList();

    List<Map<String, AttributeValue>> found = new ArrayList<>();
    for (int first = 0; first < keys.size(); first += 100) {
      KeysAndAttributes some =
          KeysAndAttributes.builder()
              .keys(keys.subList(first, Math.min(first + 100, keys.size())))
              .build();
      found.addAll(
          client
              .batchGetItem(batch -> batch.requestItems(Map.of(tableName, some)))
              .responses()
              .get(tableName));
    }

    assertThat(found).hasSameSizeAs(sample.items());
    assertThat(canonical(found)).isEqualTo(canonical(sample.items()));
  }

  private List<Map<String, AttributeValue>> scan(ScanRequest.Builder request) {
    return client.scanPaginator(request.tableName(tableName).build()).items().stream().toList();
  }
}
