package dev.dynamoemulator.shape;

import com.fasterxml.jackson.core.JsonParser;
import dev.dynamoemulator.json.SerializationErrors;
import dev.dynamoemulator.json.WireJson;
import dev.dynamoemulator.model.DynamoDbException;
import java.io.IOException;

/**
 * The check of the body that precedes those of target and authorization (protocol.md §2).
 *
 * <p>{@link RequestDecoder} finds the same fault, so a request that passes target and authorization
 * needs no check of its own: it is due only before one of these two is refused.
 */
public final class WellFormedJson {

  private WellFormedJson() {}

  /**
   * An empty body passes: it is reported after the authorization.
   *
   * @throws DynamoDbException SerializationException without message
   */
  public static void check(byte[] body) {
    if (body.length == 0) {
      return;
    }
    try (JsonParser json = WireJson.parser(body)) {
      if (json.nextToken() == null) {
        throw SerializationErrors.malformed();
      }
      json.skipChildren();
      if (json.nextToken() != null) {
        throw SerializationErrors.malformed();
      }
    } catch (IOException e) {
      throw SerializationErrors.malformed();
    }
  }
}
