package dev.dynamoemulator.expression;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Binary;
import dev.dynamoemulator.model.DynamoNumber;
import dev.dynamoemulator.model.Item;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads items as tests write them: DynamoDB JSON with single quotes and bare names. */
final class AttributeJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .build();

  private AttributeJson() {}

  static Item item(String json) {
    return Item.of(attributes(json));
  }

  static Map<String, AttributeValue> attributes(String json) {
    return attributes(read(json));
  }

  static AttributeValue value(String json) {
    return value(read(json));
  }

  private static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  private static Map<String, AttributeValue> attributes(JsonNode node) {
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    node.properties().forEach(entry -> attributes.put(entry.getKey(), value(entry.getValue())));
    return attributes;
  }

  private static AttributeValue value(JsonNode node) {
    String type = node.fieldNames().next();
    JsonNode content = node.get(type);
    return switch (type) {
      case "S" -> new AttributeValue.S(content.textValue());
      case "N" -> new AttributeValue.N(DynamoNumber.parse(content.textValue()));
      case "B" -> new AttributeValue.B(binary(content));
      case "BOOL" -> AttributeValue.Bool.of(content.booleanValue());
      case "NULL" -> AttributeValue.Null.INSTANCE;
      case "SS" -> new AttributeValue.SS(list(content, JsonNode::textValue));
      case "NS" ->
          new AttributeValue.NS(list(content, member -> DynamoNumber.parse(member.textValue())));
      case "BS" -> new AttributeValue.BS(list(content, AttributeJson::binary));
      case "L" -> new AttributeValue.L(list(content, AttributeJson::value));
      case "M" -> new AttributeValue.M(attributes(content));
      default -> throw new IllegalArgumentException(type);
    };
  }

  private static Binary binary(JsonNode node) {
    return Binary.wrap(Base64.getDecoder().decode(node.textValue()));
  }

  private static <T> List<T> list(JsonNode node, Function<JsonNode, T> reader) {
    List<T> list = new ArrayList<>();
    node.forEach(element -> list.add(reader.apply(element)));
    return list;
  }
}
