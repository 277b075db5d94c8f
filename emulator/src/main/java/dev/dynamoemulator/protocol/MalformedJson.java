package dev.dynamoemulator.protocol;

import com.fasterxml.jackson.core.JsonParser;
import dev.dynamoemulator.json.WireJson;
import java.io.IOException;

/** Tells whether a body is one JSON value from end to end. */
final class MalformedJson {

  private MalformedJson() {}

  /** An empty body is not malformed: it is reported later than that (protocol.md §2). */
  static boolean is(byte[] body) {
    if (body.length == 0) {
      return false;
    }
    try (JsonParser json = WireJson.parser(body)) {
      if (json.nextToken() == null) {
        return true;
      }
      json.skipChildren();
      return json.nextToken() != null;
    } catch (IOException e) {
      return true;
    }
  }
}
