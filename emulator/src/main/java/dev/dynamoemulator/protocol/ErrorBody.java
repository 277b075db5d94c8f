package dev.dynamoemulator.protocol;

import dev.dynamoemulator.json.JsonTreeWriter;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.shape.ResponseWriter;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes an error as the service words it on the wire (protocol.md §3). */
final class ErrorBody {

  private ErrorBody() {}

  static void write(DynamoDbException error, ResponseWriter out) {
    out.string("__type", error.code().wireType());
    out.optionalString(error.code().messageMember(), error.getMessage());
    try {
      JsonTreeWriter.writeMembers(out.json(), error.members());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
