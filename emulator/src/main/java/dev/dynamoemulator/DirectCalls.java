package dev.dynamoemulator;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.model.Wording;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.shape.Constraints;
import dev.dynamoemulator.shape.RequestDecoder;
import dev.dynamoemulator.shape.ResponseBuffer;
import dev.dynamoemulator.shape.ResponseBuffers;
import dev.dynamoemulator.shape.ShapeTable;
import dev.dynamoemulator.shape.Struct;
import java.util.Map;

/** Calls operations without a client, a signature and headers. Immutable and thread-safe. */
record DirectCalls(Map<String, Operation> operations, Namespace namespace, Wording wording) {

  private static final byte[] NO_MEMBERS = {'{', '}'};

  /** Calls in the emulator's own account and region. */
  static DirectCalls of(Database database, EmulatorOptions options) {
    return new DirectCalls(database.operations(), options.home(), options.wording());
  }

  /** The answer's JSON object. */
  byte[] call(String operation, byte[] body) {
    Operation called = named(operation);
    Reply reply = reply(called, input(called, body));
    if (reply == Reply.NO_BODY) {
      return NO_MEMBERS;
    }
    try (ResponseBuffer buffer = new ResponseBuffers().take()) {
      return buffer.writeObject(reply::writeTo).toByteArray();
    }
  }

  /** Calls for the effect alone, and returns what was asked for. */
  Struct run(String operation, byte[] body) {
    Operation called = named(operation);
    Struct input = input(called, body);
    reply(called, input);
    return input;
  }

  private Operation named(String name) {
    Operation operation = operations.get(name);
    if (operation == null) {
      throw new IllegalArgumentException("There is no operation " + name);
    }
    return operation;
  }

  private Struct input(Operation operation, byte[] body) {
    Struct input =
        RequestDecoder.decode(ShapeTable.standard().input(operation.name()), body, wording);
    Constraints.check(input, operation.name(), wording);
    return input;
  }

  private Reply reply(Operation operation, Struct input) {
    return operation.check(new Request(input, namespace, wording)).run();
  }
}
