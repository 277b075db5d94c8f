package dev.dynamoemulator.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;

/** Opens parsers and generators for the JSON of requests and responses: UTF-8, strictly JSON. */
public final class WireJson {

  /**
   * Deeper nesting counts as malformed. Far beyond the 32 levels that an item may have, each of
   * which is two levels of JSON, and little enough for recursion.
   */
  public static final int MAX_NESTING = 1000;

  /** The gate bounds the body (protocol.md §1), so no single token needs a bound of its own. */
  private static final StreamReadConstraints CONSTRAINTS = constraints();

  // Interning would enter every attribute name of every client into the JVM's own table; the
  // parser's canonical names suffice.
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(CONSTRAINTS)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .build();

  private WireJson() {}

  private static StreamReadConstraints constraints() {
    StreamReadConstraints.Builder constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(MAX_NESTING)
            .maxNumberLength(Integer.MAX_VALUE)
            .maxStringLength(Integer.MAX_VALUE);
    try {
      constraints.maxNameLength(Integer.MAX_VALUE);
    } catch (NoSuchMethodError e) {
      // Jackson 2.15, which the user's class path may have, bounds no names.
    }
    return constraints.build();
  }

  /** A parser before its first token. Every IOException that it throws says "malformed". */
  public static JsonParser parser(byte[] json) throws IOException {
    return FACTORY.createParser(json);
  }

  public static JsonGenerator generator(JsonBytes out) throws IOException {
    return FACTORY.createGenerator(out);
  }

  /**
   * Reads on to the end of the input.
   *
   * @throws IOException when what follows is not well-formed
   */
  public static void drain(JsonParser parser) throws IOException {
    while (parser.nextToken() != null) {
      continue;
    }
  }
}
