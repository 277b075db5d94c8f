package dev.dynamoemulator.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A small JSON document that is a value of its own, such as a policy, as maps, lists, strings,
 * numbers, booleans and null.
 */
public final class JsonTree {

  private final JsonParser json;

  private JsonTree(JsonParser json) {
    this.json = json;
  }

  /**
   * @throws IOException when the text is no JSON document, or an object has two members of one name
   */
  public static Object parse(String text) throws IOException {
    try (JsonParser json = WireJson.parser(text.getBytes(StandardCharsets.UTF_8))) {
      if (json.nextToken() == null) {
        throw new IOException("There is no document");
      }
      Object document = new JsonTree(json).value();
      if (json.nextToken() != null) {
        throw new IOException("There is something behind the document");
      }
      return document;
    }
  }

  private Object value() throws IOException {
    return switch (json.currentToken()) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> json.getText();
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      case VALUE_NULL -> null;
      default -> json.getDecimalValue();
    };
  }

  private Map<String, Object> object() throws IOException {
    Map<String, Object> members = new LinkedHashMap<>();
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      if (members.containsKey(name)) {
        throw new IOException("There are two members " + name);
      }
      members.put(name, value());
    }
    return Collections.unmodifiableMap(members);
  }

  private List<Object> array() throws IOException {
    List<Object> elements = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value());
    }
    return Collections.unmodifiableList(elements);
  }
}
