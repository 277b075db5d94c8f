package dev.dynamoemulator.protocol;

import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.fault.Faults;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.ErrorCode;
import dev.dynamoemulator.model.Wording;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.shape.ResponseBuffer;
import dev.dynamoemulator.shape.ResponseBuffers;
import java.util.Map;

/**
 * Answers requests: gate, decoding, constraints, the operation, and the one place that turns an
 * error into an answer. Thread-safe.
 */
public final class Dispatcher {

  private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());

  /** Longer ones take their time to be parsed. */
  private static final int MAX_BRIEF_BODY_LENGTH = 64 * 1024;

  private final NonApiRequests nonApi;
  private final Namespaces namespaces;
  private final Answers answers;
  private final Wording wording;
  private final Environment environment;
  private final Faults faults;
  private final ResponseBuffers buffers = new ResponseBuffers();
  private final RequestJournal journal = new RequestJournal();
  private volatile Gate gate;

  /**
   * @param operations by their names
   * @param faults met by requests that pass their checks
   */
  public Dispatcher(
      Map<String, Operation> operations,
      Namespaces namespaces,
      AllowedOrigins origins,
      Wording wording,
      Environment environment,
      Faults faults) {
    this.nonApi = new NonApiRequests(namespaces.home().region(), origins);
    this.namespaces = namespaces;
    this.answers = new Answers(origins);
    this.wording = wording;
    this.environment = environment;
    this.faults = faults;
    replaceOperations(operations);
  }

  /** The region in which the emulator stands. */
  public String region() {
    return namespaces.home().region();
  }

  /** The last calls; keeps none unless it is told to. */
  public RequestJournal journal() {
    return journal;
  }

  /** Has these operations answer the requests that arrive from now on. */
  public void replaceOperations(Map<String, Operation> operations) {
    gate = new Gate(new Routes(operations), namespaces, environment.systemClock());
  }

  /** Whether {@link #dispatchBriefly} may answer the request. */
  public boolean isBrief(WireRequest request) {
    return faults.isEmpty()
        && request.body().length <= MAX_BRIEF_BODY_LENGTH
        && gate.isBrief(request);
  }

  /** Answers every request, with an error if need be. The answer must be closed. */
  public WireResponse dispatch(WireRequest sent) {
    return dispatch(sent, true);
  }

  /**
   * Answers a request that {@link #isBrief} in microseconds, on a thread that serves many
   * connections and so must not wait. Faults and holds of transactions that have come to work since
   * do not touch it. The answer must be closed.
   */
  public WireResponse dispatchBriefly(WireRequest sent) {
    return dispatch(sent, false);
  }

  private WireResponse dispatch(WireRequest sent, boolean mayWait) {
    WireRequest request = BodyCoding.undo(sent);
    if (request == null) {
      return refuseCoding(sent);
    }
    if (request.body().length > WireRequest.MAX_BODY_LENGTH) {
      return WireResponse.TOO_LARGE;
    }
    String requestId = environment.ids().requestId();
    WireResponse answer = nonApi.answer(request, requestId);
    if (answer == null) {
      answer = callOperation(request, requestId, mayWait);
      journal.record(request, requestId, answer);
    }
    return answer;
  }

  private WireResponse refuseCoding(WireRequest request) {
    DynamoDbException error = ProtocolErrors.internal();
    ResponseBuffer buffer = buffers.take();
    buffer.writeObject(out -> ErrorBody.write(error, out));
    return answers.of(request, environment.ids().requestId(), error.code().httpStatus(), buffer);
  }

  private WireResponse callOperation(WireRequest request, String requestId, boolean mayWait) {
    Exchange exchange = new Exchange(request, wording, faults, mayWait);
    ResponseBuffer buffer = buffers.take();
    int status = 200;
    try {
      Reply reply = exchange.run(gate);
      if (reply == Reply.NO_BODY) {
        buffer.close();
        return answers.empty(request, requestId);
      }
      buffer.writeObject(reply::writeTo);
    } catch (DynamoDbException fault) {
      DynamoDbException error = exchange.reported(fault);
      status = error.code().httpStatus();
      buffer.writeObject(out -> ErrorBody.write(error, out));
    } catch (RuntimeException | Error fault) {
      LOG.log(System.Logger.Level.ERROR, "Request " + requestId + " failed unexpectedly", fault);
      status = ErrorCode.INTERNAL_SERVER_ERROR.httpStatus();
      buffer.writeObject(out -> ErrorBody.write(ProtocolErrors.internal(), out));
    }
    return answers.of(request, requestId, status, buffer);
  }
}
