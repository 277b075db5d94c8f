package dev.dynamoemulator.operation;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.model.Wording;
import dev.dynamoemulator.shape.Struct;
import java.util.function.UnaryOperator;

/**
 * A decoded request whose members satisfy their constraints.
 *
 * @param input the members of the operation's input
 * @param namespace the caller's account and region
 * @param wording the generation of message texts to answer in
 * @param headers looks up the few members that the model binds to headers
 * @param mayWait whether a call may keep its thread waiting; where not, it is one of a brief
 *     operation, and nothing that would make it wait touches it any more
 */
public record Request(
    Struct input,
    Namespace namespace,
    Wording wording,
    UnaryOperator<String> headers,
    boolean mayWait) {

  /** A request without headers. */
  public Request(Struct input, Namespace namespace, Wording wording) {
    this(input, namespace, wording, name -> null, true);
  }

  /** The value of the header, or null. */
  public String header(String name) {
    return headers.apply(name);
  }
}
