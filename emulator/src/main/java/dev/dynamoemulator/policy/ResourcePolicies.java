package dev.dynamoemulator.policy;

import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.WriteBatch;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableDescription;
import dev.dynamoemulator.table.TableObserver;
import dev.dynamoemulator.table.TransientDelays;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The policies that are attached to tables and streams, below the key of their resource. A table's
 * goes with the table. Thread-safe; changes are made one after the other.
 */
public final class ResourcePolicies implements TableObserver {

  /** Expected of a resource that has none yet (control-plane.md §7.3). */
  private static final String NO_POLICY = "NO_POLICY";

  private static final String COLLECTION = "policies";
  private static final char SEPARATOR = '\n';

  private final Storage storage;
  private final Environment environment;
  private final TransientDelays delays;
  private final Map<String, ResourcePolicy> ofNewTables = new ConcurrentHashMap<>();

  /** The latest ones, by the key of their resource. */
  private final Map<String, Instant> changes = new HashMap<>();

  private long lastRevision;

  private ResourcePolicies(Storage storage, Environment environment, TransientDelays delays) {
    this.storage = storage;
    this.environment = environment;
    this.delays = delays;
  }

  /** Opens the policies of a store and follows its tables. To be called before tables are used. */
  public static ResourcePolicies open(
      Catalogue catalogue, Storage storage, Environment environment, TransientDelays delays) {
    ResourcePolicies policies = new ResourcePolicies(storage, environment, delays);
    catalogue.observe(policies);
    return policies;
  }

  /** The policy of the resource, or null. */
  public ResourcePolicy find(PolicyResource resource) {
    byte[] value = storage.get(COLLECTION, key(resource.key()));
    return value == null ? null : decode(value);
  }

  /**
   * Attaches a policy in place of any that is there.
   *
   * @param expectedRevisionId of the one that is there; null when that does not matter
   * @throws DynamoDbException when another is there, or a change has not been applied yet
   */
  public synchronized ResourcePolicy put(
      PolicyResource resource, PolicyDocument document, String expectedRevisionId) {
    ResourcePolicy present = find(resource);
    checkExpected(resource, present, expectedRevisionId);
    if (present != null && present.document().equals(document.text())) {
      return present;
    }
    checkApplied(resource);
    ResourcePolicy policy = revised(document);
    storage.commit(new WriteBatch().put(COLLECTION, key(resource.key()), encode(policy)));
    noteChange(resource);
    return policy;
  }

  /**
   * Detaches the policy.
   *
   * @param expectedRevisionId as above
   * @return the policy that was there, or null
   * @throws DynamoDbException as above
   */
  public synchronized ResourcePolicy delete(PolicyResource resource, String expectedRevisionId) {
    ResourcePolicy present = find(resource);
    checkExpected(resource, present, expectedRevisionId);
    if (present != null) {
      checkApplied(resource);
      storage.commit(new WriteBatch().remove(COLLECTION, key(resource.key())));
      noteChange(resource);
    }
    return present;
  }

  /**
   * Has a table come into being together with its policy.
   *
   * @param document null for no policy
   * @param creation creates the table
   */
  public void createTable(String tableId, PolicyDocument document, Runnable creation) {
    if (document == null) {
      creation.run();
      return;
    }
    ofNewTables.put(tableId, revised(document));
    try {
      creation.run();
    } finally {
      ofNewTables.remove(tableId);
    }
  }

  @Override
  public void changing(WriteBatch batch, Table table, TableDescription after) {
    String tableId = table.description().id();
    byte[] key = key(PolicyResource.tableKey(tableId));
    if (after == null) {
      batch.remove(COLLECTION, key);
    } else if (ofNewTables.containsKey(tableId)) {
      batch.put(COLLECTION, key, encode(ofNewTables.remove(tableId)));
    }
  }

  private static void checkExpected(
      PolicyResource resource, ResourcePolicy present, String expectedRevisionId) {
    String revisionId = present == null ? NO_POLICY : present.revisionId();
    if (expectedRevisionId == null || expectedRevisionId.equals(revisionId)) {
      return;
    }
    if (present == null) {
      throw PolicyErrors.notFound(resource.arn());
    }
    throw expectedRevisionId.equals(NO_POLICY)
        ? PolicyErrors.unexpectedPolicy(resource.tableName(), revisionId)
        : PolicyErrors.otherRevision(expectedRevisionId, resource.tableName(), revisionId);
  }

  /** A change takes as long to be applied as any other of a table (control-plane.md §7.9). */
  private void checkApplied(PolicyResource resource) {
    Instant changed = changes.get(resource.key());
    if (changed != null && !isApplied(changed)) {
      throw PolicyErrors.pendingUpdate(resource.arn());
    }
  }

  private boolean isApplied(Instant changed) {
    return !environment.now().isBefore(changed.plus(delays.update()));
  }

  private void noteChange(PolicyResource resource) {
    changes.values().removeIf(this::isApplied);
    changes.put(resource.key(), environment.now());
  }

  /** Revisions are numbered by their time, as the service's are; no two are alike. */
  private synchronized ResourcePolicy revised(PolicyDocument document) {
    lastRevision = Math.max(lastRevision + 1, environment.now().toEpochMilli());
    return new ResourcePolicy(Long.toString(lastRevision), document.text());
  }

  private static byte[] key(String resource) {
    return resource.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] encode(ResourcePolicy policy) {
    return (policy.revisionId() + SEPARATOR + policy.document()).getBytes(StandardCharsets.UTF_8);
  }

  private static ResourcePolicy decode(byte[] value) {
    String text = new String(value, StandardCharsets.UTF_8);
    int separator = text.indexOf(SEPARATOR);
    return new ResourcePolicy(text.substring(0, separator), text.substring(separator + 1));
  }
}
