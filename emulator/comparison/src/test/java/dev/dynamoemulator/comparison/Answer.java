package dev.dynamoemulator.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** What a peer answered. */
record Answer(int status, JsonNode body) {

  /** Arrays whose order says nothing: sets, and the items of a scan. */
  private static final Set<String> UNORDERED = Set.of("SS", "NS", "BS", "Items");

  boolean isSuccess() {
    return status == 200;
  }

  /** {@code 200}, or the error's code and text. */
  String outcome() {
    if (isSuccess()) {
      return "200";
    }
    String type = body.path("__type").asText();
    String message = body.has("message") ? body.get("message").asText() : text();
    return type.substring(type.indexOf('#') + 1) + ": " + message;
  }

  private String text() {
    return body.path("Message").asText();
  }

  /** Whether the other says the same; of errors only code and text count. */
  boolean agreesWith(Answer other) {
    return isSuccess() && other.isSuccess()
        ? ordered(body).equals(ordered(other.body))
        : outcome().equals(other.outcome());
  }

  private static JsonNode ordered(JsonNode node) {
    if (node.isObject()) {
      var object = JsonNodeFactory.instance.objectNode();
      node.properties()
          .forEach(
              entry -> {
                boolean isNumber = entry.getKey().equals("N") && entry.getValue().isTextual();
                JsonNode value = isNumber ? number(entry.getValue()) : ordered(entry.getValue());
                object.set(
                    entry.getKey(),
                    UNORDERED.contains(entry.getKey()) && value.isArray() ? sorted(value) : value);
              });
      return object;
    }
    if (node.isArray()) {
      var array = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> array.add(ordered(element)));
      return array;
    }
    return node;
  }

  /** DynamoDB Local shows numbers inside of lists and maps as they were sent. */
  private static JsonNode number(JsonNode text) {
    BigDecimal number = new BigDecimal(text.asText()).stripTrailingZeros();
    return JsonNodeFactory.instance.textNode(number.toPlainString());
  }

  private static JsonNode sorted(JsonNode array) {
    List<JsonNode> elements =
        StreamSupport.stream(array.spliterator(), false)
            .sorted(Comparator.comparing(JsonNode::toString))
            .toList();
    return JsonNodeFactory.instance.arrayNode().addAll(elements);
  }
}
