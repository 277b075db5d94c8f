package dev.dynamoemulator.junit5.assertions;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the SDK's classes hold, as the API's JSON. */
final class SdkTree {

  private SdkTree() {}

  static Map<String, Object> item(Map<String, AttributeValue> item) {
    return item == null ? null : members(item);
  }

  static Map<String, Object> members(Map<String, ?> members) {
    Map<String, Object> tree = new LinkedHashMap<>();
    members.forEach((name, member) -> tree.put(name, tree(member)));
    return tree;
  }

  static Map<String, Object> of(SdkPojo object) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (SdkField<?> field : object.sdkFields()) {
      Object value = field.getValueOrDefault(object);
      boolean isAbsent =
          value == null
              || value instanceof SdkAutoConstructList
              || value instanceof SdkAutoConstructMap;
      if (!isAbsent) {
        tree.put(field.locationName(), tree(value));
      }
    }
    return tree;
  }

  @SuppressWarnings("unchecked")
  private static Object tree(Object value) {
    if (value instanceof SdkPojo object) {
      return of(object);
    }
    if (value instanceof Map) {
      return members((Map<String, ?>) value);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(SdkTree::tree).toList();
    }
    if (value instanceof SdkBytes bytes) {
      return Base64.getEncoder().encodeToString(bytes.asByteArray());
    }
    return value instanceof Number || value instanceof Boolean ? value : value.toString();
  }
}
