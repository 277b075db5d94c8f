package dev.dynamoemulator.table;

import dev.dynamoemulator.model.AttributeType;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.storage.StorageException;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what {@link TableEncoder} wrote. For one thread. */
final class TableDecoder {

  /** Reads one value. */
  @FunctionalInterface
  private interface Element<T> {
    T read() throws IOException;
  }

  private final DataInputStream in;

  TableDecoder(DataInputStream in) {
    this.in = in;
  }

  void version(int known) throws IOException {
    int version = in.readByte();
    if (version != known) {
      throw new StorageException(
          "The store's catalogue has format "
              + version
              + ", but this emulator reads format "
              + known);
    }
  }

  Namespace namespace() throws IOException {
    return new Namespace(in.readUTF(), in.readUTF());
  }

  TableDescription table() throws IOException {
    return new TableDescription(
        in.readUTF(),
        in.readUTF(),
        in.readUTF(),
        instant(),
        name(TableStatus.class),
        list(this::keyAttribute),
        key(),
        list(this::localIndex),
        list(this::globalIndex),
        billing(),
        capacity(),
        optional(this::stream),
        optional(this::encryption),
        optional(this::tableClass),
        new DeletionProtection(in.readBoolean(), optional(this::instant)),
        timeToLive(),
        tags(),
        optional(this::restoration),
        list(this::vectorIndex),
        optional(() -> name(SettingsReplication.class)));
  }

  private KeyAttribute keyAttribute() throws IOException {
    return new KeyAttribute(in.readUTF(), name(AttributeType.class));
  }

  private KeySchema key() throws IOException {
    return new KeySchema(list(this::keyAttribute), list(this::keyAttribute));
  }

  private Projection projection() throws IOException {
    return new Projection(name(ProjectionType.class), list(in::readUTF));
  }

  private LocalIndex localIndex() throws IOException {
    return new LocalIndex(in.readUTF(), key(), projection(), in.readUTF());
  }

  private GlobalIndex globalIndex() throws IOException {
    return new GlobalIndex(
        in.readUTF(),
        key(),
        projection(),
        in.readUTF(),
        name(IndexStatus.class),
        name(Backfill.class),
        capacity());
  }

  private VectorIndex vectorIndex() throws IOException {
    VectorIndexDefinition definition =
        new VectorIndexDefinition(
            in.readUTF(),
            in.readUTF(),
            in.readInt(),
            name(DistanceFunction.class),
            list(this::searchAttribute),
            projection());
    return new VectorIndex(
        definition,
        definition.partitionKey(),
        in.readUTF(),
        name(IndexStatus.class),
        name(Backfill.class));
  }

  private SearchAttribute searchAttribute() throws IOException {
    return new SearchAttribute(keyAttribute(), in.readBoolean());
  }

  private Billing billing() throws IOException {
    return new Billing(
        name(BillingMode.class),
        in.readBoolean(),
        in.readBoolean(),
        optional(this::instant),
        list(this::instant));
  }

  private Capacity capacity() throws IOException {
    return new Capacity(
        provisioned(), optional(this::onDemand), optional(this::units), in.readBoolean());
  }

  private ProvisionedThroughput provisioned() throws IOException {
    return new ProvisionedThroughput(
        units(),
        optional(this::units),
        optional(this::instant),
        optional(this::instant),
        in.readInt(),
        optional(this::instant));
  }

  private CapacityUnits units() throws IOException {
    return new CapacityUnits(in.readLong(), in.readLong());
  }

  private OnDemandThroughput onDemand() throws IOException {
    return new OnDemandThroughput(optional(in::readLong), optional(in::readLong));
  }

  private TableStream stream() throws IOException {
    return new TableStream(name(StreamViewType.class), in.readUTF(), in.readBoolean());
  }

  private Encryption encryption() throws IOException {
    return new Encryption(name(Encryption.Status.class), in.readUTF());
  }

  private TableClassSummary tableClass() throws IOException {
    return new TableClassSummary(name(TableClass.class), list(this::instant));
  }

  private TimeToLive timeToLive() throws IOException {
    return new TimeToLive(
        name(TimeToLive.Status.class), optional(in::readUTF), optional(this::instant));
  }

  private Map<String, String> tags() throws IOException {
    Map<String, String> tags = new LinkedHashMap<>();
    for (int remaining = in.readInt(); remaining > 0; remaining--) {
      tags.put(in.readUTF(), in.readUTF());
    }
    return tags;
  }

  private Restoration restoration() throws IOException {
    return new Restoration(optional(in::readUTF), in.readUTF(), instant(), in.readBoolean());
  }

  private Instant instant() throws IOException {
    return Instant.ofEpochSecond(in.readLong(), in.readInt());
  }

  private <E extends Enum<E>> E name(Class<E> type) throws IOException {
    return Enum.valueOf(type, in.readUTF());
  }

  private <T> T optional(Element<T> element) throws IOException {
    return in.readBoolean() ? element.read() : null;
  }

  private <T> List<T> list(Element<T> element) throws IOException {
    int size = in.readInt();
    List<T> values = new ArrayList<>(size);
    for (int position = 0; position < size; position++) {
      values.add(element.read());
    }
    return values;
  }
}
