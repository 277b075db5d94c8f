package dev.dynamoemulator.shape;

import com.fasterxml.jackson.core.JsonParser;
import dev.dynamoemulator.json.WireJson;
import java.io.IOException;

/**
 * The check of the body that precedes those of target and authorization (protocol.md §2).
 *
 * <p>{@link RequestDecoder} finds the same fault, so a request that passes target and authorization
 * needs no check of its own: it is due only before one of these two is refused.
 */
public final class WellFormedJson {

  private WellFormedJson() {}

  /** An empty body passes: it is reported after the authorization. */
  public static boolean is(byte[] body) {
    if (body.length == 0) {
      return true;
    }
    try (JsonParser json = WireJson.parser(body)) {
      if (json.nextToken() == null) {
        return false;
      }
      json.skipChildren();
      return json.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
  }
}
