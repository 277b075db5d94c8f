package dev.dynamoemulator.operation.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.inprocess.InProcessHttpClient;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.protocol.Dispatcher;
import dev.dynamoemulator.protocol.SampleDispatcher;
import dev.dynamoemulator.stream.StreamSettings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * A consumer as applications have it, with the SDK's client: it follows all shards of a table that
 * changes at random and keeps a copy of the table.
 */
class StreamConsumerTest {

  private static final int STEPS = 400;
  private static final int PARTITIONS = 6;
  private static final int SORT_KEYS = 4;
  private static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("none", "secret"));
  private static final URI ENDPOINT = URI.create("http://localhost");

  private final StreamFixture fixture =
      StreamFixture.with(StreamSettings.unbounded().withShards(3));
  private final Dispatcher dispatcher =
      SampleDispatcher.of(fixture.operations().values().toArray(Operation[]::new));
  private final DynamoDbClient tables =
      DynamoDbClient.builder()
          .httpClient(new InProcessHttpClient(dispatcher))
          .endpointOverride(ENDPOINT)
          .region(Region.US_EAST_1)
          .credentialsProvider(CREDENTIALS)
          .build();
  private final DynamoDbStreamsClient streams =
      DynamoDbStreamsClient.builder()
          .httpClient(new InProcessHttpClient(dispatcher))
          .endpointOverride(ENDPOINT)
          .region(Region.US_EAST_1)
          .credentialsProvider(CREDENTIALS)
          .build();

  private final Map<Map<String, AttributeValue>, Map<String, AttributeValue>> copy =
      new HashMap<>();
  private final Map<String, String> iterators = new HashMap<>();
  private final Map<String, String> lastNumbers = new HashMap<>();
  private final Set<String> finished = new HashSet<>();
  private String arn;
  private int expired;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void rebuildsAnExactCopyOfTheTable(long seed) {
    arn = createTable();
    Random random = new Random(seed);
    long swept = 0;
    for (int step = 0; step < STEPS; step++) {
      write(random);
      switch (random.nextInt(40)) {
        case 0 -> fixture.streams.roll(StreamFixture.CALLER, arn, 1 + random.nextInt(2));
        case 1 -> fixture.advance(Duration.ofMinutes(14));
        case 2, 3 -> swept += fixture.sweep.run();
        case 4, 5, 6, 7, 8 -> consume(1 + random.nextInt(20));
        default -> {}
      }
    }
    fixture.disableStream("orders");
    while (consume(1000)) {
      continue;
    }

    Map<Map<String, AttributeValue>, Map<String, AttributeValue>> table = new HashMap<>();
    tables
        .scanPaginator(scan -> scan.tableName("orders"))
        .items()
        .forEach(item -> table.put(key(item), item));
    assertThat(copy).isEqualTo(table);
    assertThat(expired).isEqualTo((int) swept).isPositive();
    assertThat(finished.size()).isGreaterThan(3);
  }

  private String createTable() {
    fixture.call(
        "CreateTable",
        """
        {'TableName':'orders','BillingMode':'PAY_PER_REQUEST',
         'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'},
           {'AttributeName':'sk','AttributeType':'N'},
           {'AttributeName':'v','AttributeType':'S'}],
         'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'},
           {'AttributeName':'sk','KeyType':'RANGE'}],
         'GlobalSecondaryIndexes':[
           {'IndexName':'byValue','KeySchema':[{'AttributeName':'v','KeyType':'HASH'}],
            'Projection':{'ProjectionType':'KEYS_ONLY'}},
           {'IndexName':'byPartition','KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],
            'Projection':{'ProjectionType':'ALL'}}],
         'StreamSpecification':{'StreamEnabled':true,'StreamViewType':'NEW_AND_OLD_IMAGES'}}
        """);
    fixture.call(
        "UpdateTimeToLive",
        """
        {'TableName':'orders',
         'TimeToLiveSpecification':{'Enabled':true,'AttributeName':'ttl'}}
        """);
    return tables.describeTable(request -> request.tableName("orders")).table().latestStreamArn();
  }

  private void write(Random random) {
    Map<String, AttributeValue> item = randomItem(random);
    switch (random.nextInt(5)) {
      case 0, 1 -> tables.putItem(request -> request.tableName("orders").item(item));
      case 2 -> tables.deleteItem(request -> request.tableName("orders").key(key(item)));
      case 3 ->
          tables.updateItem(
              request ->
                  request
                      .tableName("orders")
                      .key(key(item))
                      .updateExpression("SET v = :v REMOVE gone")
                      .expressionAttributeValues(Map.of(":v", item.get("v"))));
      default -> {
        Map<String, AttributeValue> other = randomItem(random);
        if (!key(item).equals(key(other))) {
          tables.transactWriteItems(
              request ->
                  request.transactItems(
                      TransactWriteItem.builder()
                          .put(put -> put.tableName("orders").item(item))
                          .build(),
                      TransactWriteItem.builder()
                          .delete(delete -> delete.tableName("orders").key(key(other)))
                          .build()));
        }
      }
    }
  }

  private Map<String, AttributeValue> randomItem(Random random) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("pk", AttributeValue.fromS("p" + random.nextInt(PARTITIONS)));
    item.put("sk", AttributeValue.fromN(Integer.toString(random.nextInt(SORT_KEYS))));
    item.put("v", AttributeValue.fromS("v" + random.nextInt(3)));
    if (random.nextInt(4) == 0) {
      long time = fixture.clock.instant().getEpochSecond() + random.nextInt(1200) - 600;
      item.put("ttl", AttributeValue.fromN(Long.toString(time)));
    }
    return item;
  }

  private static Map<String, AttributeValue> key(Map<String, AttributeValue> item) {
    return Map.of("pk", item.get("pk"), "sk", item.get("sk"));
  }

  /** Reads a page of every shard whose parent is finished; says whether any is left. */
  private boolean consume(int limit) {
    List<Shard> shards = allShards();
    for (Shard shard : shards) {
      if (!finished.contains(shard.shardId())
          && (shard.parentShardId() == null || finished.contains(shard.parentShardId()))) {
        consume(shard.shardId(), limit);
      }
    }
    return finished.size() < shards.size();
  }

  private List<Shard> allShards() {
    List<Shard> shards = new ArrayList<>();
    String last = null;
    do {
      String start = last;
      StreamDescription page =
          streams
              .describeStream(
                  request -> request.streamArn(arn).limit(3).exclusiveStartShardId(start))
              .streamDescription();
      shards.addAll(page.shards());
      last = page.lastEvaluatedShardId();
    } while (last != null);
    return shards;
  }

  private void consume(String shardId, int limit) {
    GetRecordsResponse page = read(shardId, limit);
    for (Record record : page.records()) {
      apply(record);
      lastNumbers.put(shardId, record.dynamodb().sequenceNumber());
    }
    iterators.put(shardId, page.nextShardIterator());
    if (page.nextShardIterator() == null) {
      finished.add(shardId);
    }
  }

  private GetRecordsResponse read(String shardId, int limit) {
    String iterator = iterators.computeIfAbsent(shardId, this::iterator);
    try {
      return streams.getRecords(request -> request.shardIterator(iterator).limit(limit));
    } catch (ExpiredIteratorException expiredIterator) {
      return streams.getRecords(request -> request.shardIterator(iterator(shardId)).limit(limit));
    }
  }

  private String iterator(String shardId) {
    String number = lastNumbers.get(shardId);
    return streams
        .getShardIterator(
            request ->
                request
                    .streamArn(arn)
                    .shardId(shardId)
                    .sequenceNumber(number)
                    .shardIteratorType(
                        number == null
                            ? ShardIteratorType.TRIM_HORIZON
                            : ShardIteratorType.AFTER_SEQUENCE_NUMBER))
        .shardIterator();
  }

  private void apply(Record record) {
    Map<String, AttributeValue> key = record.dynamodb().keys();
    Map<String, AttributeValue> before = copy.get(key);
    assertThat(record.dynamodb().hasOldImage() ? record.dynamodb().oldImage() : null)
        .isEqualTo(before);
    if (record.eventName() == OperationType.REMOVE) {
      copy.remove(key);
    } else {
      assertThat(record.eventName())
          .isEqualTo(before == null ? OperationType.INSERT : OperationType.MODIFY);
      copy.put(key, record.dynamodb().newImage());
    }
    if (record.userIdentity() != null) {
      expired++;
    }
  }
}
