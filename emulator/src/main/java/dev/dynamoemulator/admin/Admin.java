package dev.dynamoemulator.admin;

import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.protocol.WireRequest;
import dev.dynamoemulator.protocol.WireResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Answers the requests that are about the emulator and not for DynamoDB. Knows no transport.
 * Thread-safe.
 */
public final class Admin implements AutoCloseable {

  /** What all paths of ours begin with. */
  public static final String PATHS = "/_";

  private static final System.Logger LOG = System.getLogger(Admin.class.getName());

  private final Controls controls;
  private final AdminGate gate;
  private final ForkEndpoints forks;
  private List<Route> routes;

  /**
   * @param isOpen whether requests of other machines are let in
   */
  public Admin(Controls controls, boolean isOpen) {
    this.controls = controls;
    this.gate = new AdminGate(isOpen);
    this.forks = new ForkEndpoints(controls);
  }

  /** Made when first asked for, as few emulators are. */
  private synchronized List<Route> routes() {
    if (routes == null) {
      routes =
          Stream.of(
                  new InfoEndpoints(controls).routes(),
                  new ClockEndpoints(controls.clock()).routes(),
                  new StateEndpoints(controls).routes(),
                  forks.routes(),
                  new TransactionEndpoints(controls.transactionHold()).routes(),
                  new ReplicationEndpoints(controls.replication()).routes(),
                  new StreamEndpoints(controls).routes(),
                  new KinesisEndpoints(controls).routes(),
                  new FaultEndpoints(controls.faults()).routes(),
                  new ContributorEndpoints(controls).routes(),
                  new JournalEndpoints(controls.requestJournal()).routes())
              .flatMap(List::stream)
              .toList();
    }
    return routes;
  }

  /**
   * The answer, a refusal among them.
   *
   * @param isFromThisMachine whether the request came over the loopback address, or not over a
   *     network at all
   */
  public WireResponse answer(WireRequest request, boolean isFromThisMachine) {
    try {
      gate.check(request, isFromThisMachine);
      Route route = route(request.method(), request.path());
      return AdminAnswer.of(200, run(route, request));
    } catch (AdminException refusal) {
      return error(refusal.status(), refusal.getMessage());
    } catch (DynamoDbException fault) {
      return error(fault.code().httpStatus(), fault.getMessage());
    } catch (RuntimeException fault) {
      LOG.log(System.Logger.Level.ERROR, request.path() + " failed unexpectedly", fault);
      return error(500, "The request failed unexpectedly; the log says more");
    }
  }

  private static Map<String, ?> run(Route route, WireRequest request) {
    try {
      return route.action().run(Members.of(request.body()), route.variable(request.path()));
    } catch (UnsupportedOperationException refusal) {
      throw AdminErrors.unsupported(refusal);
    } catch (IllegalArgumentException refusal) {
      throw AdminErrors.invalid(refusal);
    }
  }

  private Route route(String method, String path) {
    List<Route> there = routes().stream().filter(route -> route.matches(path)).toList();
    if (there.isEmpty()) {
      throw AdminErrors.noSuchPath(path);
    }
    return there.stream()
        .filter(route -> route.method().equals(method))
        .findFirst()
        .orElseThrow(() -> AdminErrors.wrongMethod(method, path, methods(there)));
  }

  private static List<String> methods(List<Route> routes) {
    return routes.stream().map(Route::method).toList();
  }

  private static WireResponse error(int status, String message) {
    return AdminAnswer.of(status, Map.of("error", message));
  }

  /** Closes the forks that were made, as nobody else has them in hand. */
  @Override
  public void close() {
    forks.close();
  }
}
