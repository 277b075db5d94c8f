package dev.dynamoemulator.table;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Builds a {@link TableDescription} member by member. A new one describes an active provisioned
 * table without indexes. For one thread.
 */
public final class TableDescriptionBuilder {

  private final String name;
  private final String id;
  private final String collection;
  private final Instant created;
  private TableStatus status = TableStatus.ACTIVE;
  private List<KeyAttribute> attributeDefinitions;
  private final KeySchema key;
  private List<LocalIndex> localIndexes = List.of();
  private List<GlobalIndex> globalIndexes = List.of();
  private Billing billing = Billing.of(BillingMode.PROVISIONED);
  private Capacity capacity = Capacity.of(new CapacityUnits(1, 1), null, null);
  private TableStream stream;
  private Encryption encryption;
  private TableClassSummary tableClass;
  private DeletionProtection deletionProtection = new DeletionProtection(false, null);
  private TimeToLive timeToLive = TimeToLive.OFF;
  private Map<String, String> tags = Map.of();
  private Restoration restoration;
  private List<VectorIndex> vectorIndexes = List.of();
  private SettingsReplication settingsReplication;

  /**
   * @param id the table's id, which also names the collection of its items
   */
  public TableDescriptionBuilder(String name, String id, Instant created, KeySchema key) {
    this.name = name;
    this.id = id;
    this.collection = "table/" + id;
    this.created = created;
    this.key = key;
    this.attributeDefinitions = key.attributes();
  }

  TableDescriptionBuilder(TableDescription start) {
    this.name = start.name();
    this.id = start.id();
    this.collection = start.collection();
    this.created = start.created();
    this.status = start.status();
    this.attributeDefinitions = start.attributeDefinitions();
    this.key = start.key();
    this.localIndexes = start.localIndexes();
    this.globalIndexes = start.globalIndexes();
    this.billing = start.billing();
    this.capacity = start.capacity();
    this.stream = start.stream();
    this.encryption = start.encryption();
    this.tableClass = start.tableClass();
    this.deletionProtection = start.deletionProtection();
    this.timeToLive = start.timeToLive();
    this.tags = start.tags();
    this.restoration = start.restoration();
    this.vectorIndexes = start.vectorIndexes();
    this.settingsReplication = start.settingsReplication();
  }

  public TableDescriptionBuilder status(TableStatus status) {
    this.status = status;
    return this;
  }

  public TableDescriptionBuilder attributeDefinitions(List<KeyAttribute> definitions) {
    this.attributeDefinitions = definitions;
    return this;
  }

  public TableDescriptionBuilder localIndexes(List<LocalIndex> indexes) {
    this.localIndexes = indexes;
    return this;
  }

  public TableDescriptionBuilder globalIndexes(List<GlobalIndex> indexes) {
    this.globalIndexes = indexes;
    return this;
  }

  /** Replaces every global index by what the change makes of it. */
  public TableDescriptionBuilder eachGlobalIndex(UnaryOperator<GlobalIndex> change) {
    return globalIndexes(globalIndexes.stream().map(change).toList());
  }

  public TableDescriptionBuilder billing(Billing billing) {
    this.billing = billing;
    return this;
  }

  public TableDescriptionBuilder capacity(Capacity capacity) {
    this.capacity = capacity;
    return this;
  }

  public TableDescriptionBuilder stream(TableStream stream) {
    this.stream = stream;
    return this;
  }

  public TableDescriptionBuilder encryption(Encryption encryption) {
    this.encryption = encryption;
    return this;
  }

  public TableDescriptionBuilder tableClass(TableClassSummary tableClass) {
    this.tableClass = tableClass;
    return this;
  }

  public TableDescriptionBuilder deletionProtection(DeletionProtection protection) {
    this.deletionProtection = protection;
    return this;
  }

  public TableDescriptionBuilder timeToLive(TimeToLive timeToLive) {
    this.timeToLive = timeToLive;
    return this;
  }

  public TableDescriptionBuilder tags(Map<String, String> tags) {
    this.tags = tags;
    return this;
  }

  public TableDescriptionBuilder restoration(Restoration restoration) {
    this.restoration = restoration;
    return this;
  }

  public TableDescriptionBuilder vectorIndexes(List<VectorIndex> indexes) {
    this.vectorIndexes = indexes;
    return this;
  }

  /** Replaces every vector index by what the change makes of it. */
  public TableDescriptionBuilder eachVectorIndex(UnaryOperator<VectorIndex> change) {
    return vectorIndexes(vectorIndexes.stream().map(change).toList());
  }

  public TableDescriptionBuilder settingsReplication(SettingsReplication settingsReplication) {
    this.settingsReplication = settingsReplication;
    return this;
  }

  public TableDescription build() {
    return new TableDescription(
        name,
        id,
        collection,
        created,
        status,
        attributeDefinitions,
        key,
        localIndexes,
        globalIndexes,
        billing,
        capacity,
        stream,
        encryption,
        tableClass,
        deletionProtection,
        timeToLive,
        tags,
        restoration,
        vectorIndexes,
        settingsReplication);
  }
}
