package dev.dynamoemulator.protocol;

import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.shape.WellFormedJson;
import java.time.InstantSource;

/**
 * The checks between transport and operation, in the service's order (protocol.md §2). Immutable.
 */
final class Gate {

  private static final String TARGET = "X-Amz-Target";

  private final Routes routes;
  private final Namespaces namespaces;
  private final InstantSource clientClock;

  /**
   * @param clientClock by which clients sign
   */
  Gate(Routes routes, Namespaces namespaces, InstantSource clientClock) {
    this.routes = routes;
    this.namespaces = namespaces;
    this.clientClock = clientClock;
  }

  /** What a request that passes asks for, and where. */
  record Admission(Operation operation, Namespace namespace) {}

  /** Whether the request asks for an operation whose calls are brief. */
  boolean isBrief(WireRequest request) {
    Operation operation = routes.find(request.header(TARGET));
    return operation != null && operation.isBrief();
  }

  Admission admit(WireRequest request) {
    Operation operation = routes.find(request.header(TARGET));
    checkOperation(operation);
    Credential caller = Credential.of(request, clientClock);
    checkBody(request);
    return new Admission(operation, namespaces.of(caller.accessKeyId(), caller.region()));
  }

  /**
   * The fault to report when a request was refused. Malformed JSON outranks target and
   * authorization, but reading the whole body first would cost every good request a second parse:
   * the decoder finds it for those who pass.
   */
  static DynamoDbException refusal(WireRequest request, DynamoDbException fault) {
    return WellFormedJson.is(request.body()) ? fault : ProtocolErrors.malformedBody();
  }

  private static void checkOperation(Operation operation) {
    if (operation == null) {
      throw ProtocolErrors.unknownOperation();
    }
  }

  private static void checkBody(WireRequest request) {
    if (!request.hasBody()) {
      throw ProtocolErrors.malformedBody();
    }
  }
}
