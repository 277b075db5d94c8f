package dev.dynamoemulator.fault;

import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.environment.Scheduled;
import dev.dynamoemulator.model.DynamoDbException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Rules that provoke what the service does only now and then. A request that passes its checks
 * meets them in the order in which they were added: it waits for every delay that hits it, then
 * fails by the first rule that lets it fail. None at the start. Thread-safe.
 *
 * <pre>{@code
 * faults.add(FaultRule.of(new FaultEffect.Throttle()).onTables("orders").times(2));
 * client.putItem(...); // the SDK retries twice
 * }</pre>
 */
public final class Faults {

  private static final Set<String> TRANSACTIONS =
      Set.of("TransactWriteItems", "TransactGetItems", "ExecuteTransaction");

  /** Operations on single items that an ongoing transaction keeps from writing. */
  private static final Set<String> WRITES =
      Set.of("PutItem", "UpdateItem", "DeleteItem", "ExecuteStatement");

  /** Other operations that use the throughput of tables. */
  private static final Set<String> OTHERS_ON_ITEMS =
      Set.of(
          "GetItem",
          "Query",
          "Scan",
          "BatchGetItem",
          "BatchWriteItem",
          "BatchExecuteStatement",
          "SearchVectors");

  private final Environment environment;
  private final List<InjectedFault> faults = new CopyOnWriteArrayList<>();
  private final AtomicLong lastId = new AtomicLong();
  private final AtomicLong clearings = new AtomicLong();
  private final Set<CompletableFuture<Void>> delays = ConcurrentHashMap.newKeySet();

  /**
   * @param environment whose ids decide about chance, and by whose clock delays are measured
   */
  public Faults(Environment environment) {
    this.environment = environment;
  }

  /** Puts a rule to work, behind those that are there. */
  public InjectedFault add(FaultRule rule) {
    InjectedFault fault = new InjectedFault(lastId.incrementAndGet(), rule);
    faults.add(fault);
    return fault;
  }

  /** The rules at work; one that is used up is no longer. */
  public List<InjectedFault> list() {
    return List.copyOf(faults);
  }

  /**
   * Takes a rule out.
   *
   * @return false when it is not at work
   */
  public boolean remove(long id) {
    return faults.removeIf(fault -> fault.id() == id);
  }

  /** Takes all rules out, and ends the delays of requests that are waiting. */
  public void clear() {
    faults.clear();
    clearings.incrementAndGet();
    delays.forEach(delay -> delay.complete(null));
  }

  /** Whether no rule is at work. */
  public boolean isEmpty() {
    return faults.isEmpty();
  }

  /**
   * Lets a request wait or fail if a rule hits it.
   *
   * @throws DynamoDbException when it is to fail
   */
  public void meet(FaultTarget target) {
    long begun = clearings.get();
    List<String> tableNames = target.tableNames();
    DynamoDbException failure = null;
    for (InjectedFault fault : faults) {
      if (concerns(fault.rule(), target.operation(), tableNames)) {
        if (fault.rule().effect() instanceof FaultEffect.Delay delay) {
          if (hits(fault)) {
            await(delay.time(), begun);
          }
        } else if (failure == null
            && fails(fault.rule().effect(), target.operation())
            && hits(fault)) {
          failure = failure(fault.rule(), target, tableNames);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** Whether an element of a batch is to be left undone. */
  public boolean leavesUnprocessed(String operation, String table) {
    for (InjectedFault fault : faults) {
      FaultEffect effect = fault.rule().effect();
      boolean isMeant =
          effect instanceof FaultEffect.Unprocessed
              || effect instanceof FaultEffect.Conflict && operation.equals("BatchWriteItem");
      if (isMeant
          && concerns(fault.rule(), operation, List.of(FaultTarget.name(table)))
          && hits(fault)) {
        return true;
      }
    }
    return false;
  }

  private static boolean concerns(FaultRule rule, String operation, List<String> tableNames) {
    return rule.concerns(operation)
        && (rule.tables().isEmpty() || tableNames.stream().anyMatch(rule::concernsTable));
  }

  private boolean hits(InjectedFault fault) {
    boolean isHit = fault.hit(environment.ids());
    if (fault.isUsedUp()) {
      faults.remove(fault);
    }
    return isHit;
  }

  private static boolean fails(FaultEffect effect, String operation) {
    return effect instanceof FaultEffect.Throttle
        || effect instanceof FaultEffect.ServerError
        || effect instanceof FaultEffect.Conflict
            && (TRANSACTIONS.contains(operation) || WRITES.contains(operation));
  }

  private static DynamoDbException failure(
      FaultRule rule, FaultTarget target, List<String> tableNames) {
    if (rule.effect() instanceof FaultEffect.ServerError) {
      return FaultErrors.serverError();
    }
    DynamoDbException fault = fault(rule, target);
    if (!TRANSACTIONS.contains(target.operation())) {
      return fault;
    }
    List<DynamoDbException> reasons = new ArrayList<>(tableNames.size());
    for (String tableName : tableNames) {
      reasons.add(rule.concernsTable(tableName) ? fault : null);
    }
    return FaultErrors.cancelled(reasons);
  }

  private static DynamoDbException fault(FaultRule rule, FaultTarget target) {
    if (rule.effect() instanceof FaultEffect.Conflict) {
      return FaultErrors.conflict();
    }
    String operation = target.operation();
    boolean isOnItems =
        TRANSACTIONS.contains(operation)
            || WRITES.contains(operation)
            || OTHERS_ON_ITEMS.contains(operation);
    return isOnItems ? FaultErrors.throttled(target.throttled(rule)) : FaultErrors.rateExceeded();
  }

  /**
   * Returns when the time is over, when all rules are taken out, or when the thread is interrupted;
   * it stays interrupted then.
   *
   * @param begun the number of clearings when the request met the rules; it waits no longer if they
   *     were taken out since
   */
  private void await(Duration time, long begun) {
    CompletableFuture<Void> delay = new CompletableFuture<>();
    delays.add(delay);
    if (clearings.get() != begun) {
      delay.complete(null);
    }
    Scheduled end = environment.scheduler().schedule(time, () -> delay.complete(null));
    try {
      delay.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    } finally {
      end.cancel();
      delays.remove(delay);
    }
  }
}
