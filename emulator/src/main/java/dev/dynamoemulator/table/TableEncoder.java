package dev.dynamoemulator.table;

import dev.dynamoemulator.model.Namespace;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Writes what {@link TableDecoder} reads. For one thread. */
final class TableEncoder {

  /** Writes one value. */
  @FunctionalInterface
  private interface Element<T> {
    void write(T value) throws IOException;
  }

  private final DataOutputStream out;

  TableEncoder(DataOutputStream out) {
    this.out = out;
  }

  void version(int version) throws IOException {
    out.writeByte(version);
  }

  void namespace(Namespace namespace) throws IOException {
    out.writeUTF(namespace.account());
    out.writeUTF(namespace.region());
  }

  void table(TableDescription table) throws IOException {
    out.writeUTF(table.name());
    out.writeUTF(table.id());
    out.writeUTF(table.collection());
    instant(table.created());
    name(table.status());
    list(table.attributeDefinitions(), this::keyAttribute);
    key(table.key());
    list(table.localIndexes(), this::localIndex);
    list(table.globalIndexes(), this::globalIndex);
    billing(table.billing());
    capacity(table.capacity());
    optional(table.stream(), this::stream);
    optional(table.encryption(), this::encryption);
    optional(table.tableClass(), this::tableClass);
    out.writeBoolean(table.deletionProtection().isEnabled());
    optional(table.deletionProtection().changed(), this::instant);
    timeToLive(table.timeToLive());
    list(table.tags().entrySet(), this::tag);
    optional(table.restoration(), this::restoration);
    list(table.vectorIndexes(), this::vectorIndex);
    optional(table.settingsReplication(), this::name);
  }

  private void keyAttribute(KeyAttribute attribute) throws IOException {
    out.writeUTF(attribute.name());
    name(attribute.type());
  }

  private void key(KeySchema key) throws IOException {
    list(key.partitionKey(), this::keyAttribute);
    list(key.sortKey(), this::keyAttribute);
  }

  private void projection(Projection projection) throws IOException {
    name(projection.type());
    list(projection.nonKeyAttributes(), out::writeUTF);
  }

  private void localIndex(LocalIndex index) throws IOException {
    out.writeUTF(index.name());
    key(index.key());
    projection(index.projection());
    out.writeUTF(index.collection());
  }

  private void globalIndex(GlobalIndex index) throws IOException {
    out.writeUTF(index.name());
    key(index.key());
    projection(index.projection());
    out.writeUTF(index.collection());
    name(index.status());
    name(index.backfill());
    capacity(index.capacity());
  }

  private void vectorIndex(VectorIndex index) throws IOException {
    VectorIndexDefinition definition = index.definition();
    out.writeUTF(definition.name());
    out.writeUTF(definition.vectorAttribute());
    out.writeInt(definition.dimensions());
    name(definition.distanceFunction());
    list(definition.searchSchema(), this::searchAttribute);
    projection(definition.projection());
    out.writeUTF(index.collection());
    name(index.status());
    name(index.backfill());
  }

  private void searchAttribute(SearchAttribute attribute) throws IOException {
    keyAttribute(attribute.attribute());
    out.writeBoolean(attribute.isHash());
  }

  private void billing(Billing billing) throws IOException {
    name(billing.mode());
    out.writeBoolean(billing.isSummarised());
    out.writeBoolean(billing.isSwitching());
    optional(billing.lastUpdateToPayPerRequest(), this::instant);
    list(billing.switchesToPayPerRequest(), this::instant);
  }

  private void capacity(Capacity capacity) throws IOException {
    provisioned(capacity.provisioned());
    optional(capacity.onDemand(), this::onDemand);
    optional(capacity.warm(), this::units);
    out.writeBoolean(capacity.isWarming());
  }

  private void provisioned(ProvisionedThroughput provisioned) throws IOException {
    units(provisioned.units());
    optional(provisioned.requested(), this::units);
    optional(provisioned.lastIncrease(), this::instant);
    optional(provisioned.lastDecrease(), this::instant);
    out.writeInt(provisioned.decreases());
    optional(provisioned.countedDecrease(), this::instant);
  }

  private void units(CapacityUnits units) throws IOException {
    out.writeLong(units.read());
    out.writeLong(units.write());
  }

  private void onDemand(OnDemandThroughput maxima) throws IOException {
    optional(maxima.maxRead(), out::writeLong);
    optional(maxima.maxWrite(), out::writeLong);
  }

  private void stream(TableStream stream) throws IOException {
    name(stream.viewType());
    out.writeUTF(stream.label());
    out.writeBoolean(stream.isEnabled());
  }

  private void encryption(Encryption encryption) throws IOException {
    name(encryption.status());
    out.writeUTF(encryption.keyArn());
  }

  private void tableClass(TableClassSummary summary) throws IOException {
    name(summary.tableClass());
    list(summary.updates(), this::instant);
  }

  private void timeToLive(TimeToLive timeToLive) throws IOException {
    name(timeToLive.status());
    optional(timeToLive.attributeName(), out::writeUTF);
    optional(timeToLive.changed(), this::instant);
  }

  private void tag(Map.Entry<String, String> tag) throws IOException {
    out.writeUTF(tag.getKey());
    out.writeUTF(tag.getValue());
  }

  private void restoration(Restoration restoration) throws IOException {
    optional(restoration.sourceBackupArn(), out::writeUTF);
    out.writeUTF(restoration.sourceTableArn());
    instant(restoration.moment());
    out.writeBoolean(restoration.isInProgress());
  }

  private void instant(Instant instant) throws IOException {
    out.writeLong(instant.getEpochSecond());
    out.writeInt(instant.getNano());
  }

  private void name(Enum<?> value) throws IOException {
    out.writeUTF(value.name());
  }

  private <T> void optional(T value, Element<T> element) throws IOException {
    out.writeBoolean(value != null);
    if (value != null) {
      element.write(value);
    }
  }

  private <T> void list(Collection<T> values, Element<T> element) throws IOException {
    out.writeInt(values.size());
    for (T value : values) {
      element.write(value);
    }
  }
}
