package dev.dynamoemulator.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** Reads the SDK's own request and value types from the service's JSON. */
final class RequestJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private RequestJson() {}

  /**
   * @param builder of the type to read
   */
  static <T> T read(SdkBuilder<?, T> builder, byte[] json) {
    try {
      fill((SdkPojo) builder, JSON.readTree(json));
      return builder.build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fill(SdkPojo builder, JsonNode json) {
    for (SdkField<?> field : builder.sdkFields()) {
      JsonNode member = json.get(field.locationName());
      if (member != null) {
        field.set(builder, value(field, member));
      }
    }
  }

  private static Object value(SdkField<?> field, JsonNode json) {
    MarshallingType<?> type = field.marshallingType();
    if (type == MarshallingType.LIST) {
      List<Object> list = new ArrayList<>();
      SdkField<?> element = field.getTrait(ListTrait.class).memberFieldInfo();
      json.forEach(member -> list.add(value(element, member)));
      return list;
    }
    if (type == MarshallingType.MAP) {
      Map<String, Object> map = new LinkedHashMap<>();
      SdkField<?> entry = field.getTrait(MapTrait.class).valueFieldInfo();
      json.properties()
          .forEach(member -> map.put(member.getKey(), value(entry, member.getValue())));
      return map;
    }
    if (type == MarshallingType.SDK_POJO) {
      SdkPojo builder = field.constructor().get();
      fill(builder, json);
      return ((SdkBuilder<?, ?>) builder).build();
    }
    return scalar(type, json);
  }

  private static Object scalar(MarshallingType<?> type, JsonNode json) {
    if (type == MarshallingType.LONG) {
      return json.longValue();
    }
    if (type == MarshallingType.INTEGER) {
      return json.intValue();
    }
    if (type == MarshallingType.BOOLEAN) {
      return json.booleanValue();
    }
    if (type == MarshallingType.SDK_BYTES) {
      return SdkBytes.fromByteArray(Base64.getDecoder().decode(json.textValue()));
    }
    return json.textValue();
  }
}
