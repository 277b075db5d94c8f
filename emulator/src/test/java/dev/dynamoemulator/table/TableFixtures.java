package dev.dynamoemulator.table;

import dev.dynamoemulator.model.AttributeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Table descriptions for tests. */
public final class TableFixtures {

  public static final Instant CREATED = Instant.parse("2026-03-01T12:00:00.123456789Z");

  private TableFixtures() {}

  /** An active table with the partition key {@code pk}, its name also being its id. */
  public static TableDescription table(String name) {
    return builder(name).build();
  }

  /** The same with every optional member present. */
  public static TableDescription fullTable(String name) {
    return builder(name)
        .status(TableStatus.UPDATING)
        .localIndexes(
            List.of(new LocalIndex("local", key("pk", "lsk"), Projection.ALL, "index/local")))
        .globalIndexes(List.of(globalIndex()))
        .billing(new Billing(BillingMode.PAY_PER_REQUEST, true, true, CREATED, List.of(CREATED)))
        .capacity(capacity())
        .stream(TableStream.enabled(StreamViewType.NEW_IMAGE, CREATED))
        .encryption(new Encryption(Encryption.Status.DISABLING, "arn:aws:kms:r:a:key/k"))
        .tableClass(new TableClassSummary(TableClass.STANDARD_INFREQUENT_ACCESS, List.of(CREATED)))
        .deletionProtection(new DeletionProtection(true, CREATED))
        .timeToLive(TimeToLive.enabling("tässä \uD83D\uDE00", CREATED))
        .tags(Map.of("stage", ""))
        .vectorIndexes(List.of(vectorIndex()))
        .restoration(new Restoration("backup", "source", CREATED, true))
        .build();
  }

  private static TableDescriptionBuilder builder(String name) {
    return new TableDescriptionBuilder(name, name, CREATED, key("pk", null));
  }

  private static GlobalIndex globalIndex() {
    Projection projection = new Projection(ProjectionType.INCLUDE, List.of("a", "b"));
    return new GlobalIndex(
        "global",
        key("gpk", "gsk"),
        projection,
        "index/global",
        IndexStatus.CREATING,
        Backfill.RUNNING,
        capacity());
  }

  private static VectorIndex vectorIndex() {
    List<SearchAttribute> schema =
        List.of(
            new SearchAttribute(new KeyAttribute("tenant", AttributeType.S), true),
            new SearchAttribute(new KeyAttribute("kind", AttributeType.B), false));
    VectorIndexDefinition definition =
        new VectorIndexDefinition(
            "vectors", "embedding", 4096, DistanceFunction.EUCLIDEAN, schema, Projection.ALL);
    return VectorIndex.creating(definition, "index/vectors", Backfill.ALLOCATING);
  }

  private static Capacity capacity() {
    ProvisionedThroughput provisioned =
        new ProvisionedThroughput(
            new CapacityUnits(5, 6), new CapacityUnits(7, 8), CREATED, CREATED, 3, CREATED);
    return new Capacity(
        provisioned, new OnDemandThroughput(-1L, null), new CapacityUnits(20_000, 9_000), true);
  }

  private static KeySchema key(String partitionKey, String sortKey) {
    return new KeySchema(
        List.of(new KeyAttribute(partitionKey, AttributeType.S)),
        sortKey == null ? List.of() : List.of(new KeyAttribute(sortKey, AttributeType.N)));
  }
}
