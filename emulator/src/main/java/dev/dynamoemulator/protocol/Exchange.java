package dev.dynamoemulator.protocol;

import dev.dynamoemulator.fault.FaultTarget;
import dev.dynamoemulator.fault.Faults;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.Wording;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.shape.Constraints;
import dev.dynamoemulator.shape.RequestDecoder;
import dev.dynamoemulator.shape.ShapeTable;
import dev.dynamoemulator.shape.Struct;

/** One request on its way through the stages; knows how far it came. For one thread. */
final class Exchange {

  private enum Stage {
    GATE,
    SHAPE,
    REQUEST_CHECKS,
    CALL
  }

  private final WireRequest request;
  private final Wording wording;
  private final Faults faults;
  private final boolean mayWait;
  private Stage stage = Stage.GATE;
  private Operation operation;

  /**
   * @param mayWait as in {@link Request#mayWait}
   */
  Exchange(WireRequest request, Wording wording, Faults faults, boolean mayWait) {
    this.request = request;
    this.wording = wording;
    this.faults = faults;
    this.mayWait = mayWait;
  }

  /**
   * @throws DynamoDbException a fault, to be reported as {@link #reported} says
   */
  Reply run(Gate gate) {
    Gate.Admission admission = gate.admit(request);
    operation = admission.operation();

    stage = Stage.SHAPE;
    Struct input =
        RequestDecoder.decode(
            ShapeTable.standard().input(operation.name()), request.body(), wording);
    Constraints.check(input, operation.name(), wording);

    stage = Stage.REQUEST_CHECKS;
    Request checked = new Request(input, admission.namespace(), wording, request::header, mayWait);
    Call call = operation.check(checked);

    stage = Stage.CALL;
    if (mayWait && !faults.isEmpty()) {
      faults.meet(
          new FaultTarget(
              operation.name(),
              operation.readsItems(checked),
              checked.namespace(),
              operation.tableNames(checked)));
    }
    return call.run();
  }

  /** The fault as the stage that it was found in reports it. */
  DynamoDbException reported(DynamoDbException fault) {
    return switch (stage) {
      case GATE -> Gate.refusal(request, fault);
      case REQUEST_CHECKS ->
          wording == Wording.NEWER && operation.prefixesRequestFaults()
              ? ProtocolErrors.enveloped(fault)
              : fault;
      case SHAPE, CALL -> fault;
    };
  }
}
