package dev.dynamoemulator.shape;

import dev.dynamoemulator.json.AttributeMap;
import dev.dynamoemulator.json.CheckedValue;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Binary;
import dev.dynamoemulator.model.DynamoNumber;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * 64 bits in place of a part of a request that has to be recognised long after it was answered.
 * Equal parts have equal fingerprints, in whatever order their members, map entries and set members
 * were sent; others have different ones but for an accident that nobody will live to see. Nobody
 * gains by forging one, so the mixing need not be a cryptographic one.
 */
public final class Fingerprint {

  private static final long PRIME = 0x100000001b3L;

  private Fingerprint() {}

  /**
   * @param part a value, list or map that a {@link Struct} holds, or a Struct; or null
   */
  public static long of(Object part) {
    if (part == null) {
      return 0;
    } else if (part instanceof Struct struct) {
      return ofStruct(struct);
    } else if (part instanceof List<?> list) {
      return ofList(list);
    } else if (part instanceof Map<?, ?> map) {
      return ofMap(map);
    } else if (part instanceof AttributeMap attributes) {
      return ofMap(attributes.values());
    } else if (part instanceof CheckedValue checked) {
      return ofValue(checked.value());
    } else if (part instanceof AttributeValue value) {
      return ofValue(value);
    } else if (part instanceof DynamoNumber number) {
      return ofBytes(number.encoded());
    } else if (part instanceof Binary binary) {
      return ofBytes(binary.bytes());
    }
    return ofText(part.toString());
  }

  private static long ofStruct(Struct struct) {
    long fingerprint = ofText(struct.shape().name());
    for (int i = 0; i < struct.shape().members().size(); i++) {
      fingerprint = mix(fingerprint + of(struct.get(i)));
    }
    return fingerprint;
  }

  private static long ofList(List<?> list) {
    long fingerprint = mix(list.size());
    for (Object element : list) {
      fingerprint = mix(fingerprint + of(element));
    }
    return fingerprint;
  }

  private static long ofMap(Map<?, ?> map) {
    long sum = mix(map.size());
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      sum += mix(mix(of(entry.getKey())) + of(entry.getValue()));
    }
    return mix(sum);
  }

  private static long ofSet(Collection<?> members) {
    long sum = mix(members.size());
    for (Object member : members) {
      sum += mix(of(member));
    }
    return mix(sum);
  }

  private static long ofValue(AttributeValue value) {
    long content =
        switch (value.type()) {
          case S -> of(((AttributeValue.S) value).value());
          case N -> of(((AttributeValue.N) value).value());
          case B -> of(((AttributeValue.B) value).value());
          case BOOL -> of(((AttributeValue.Bool) value).value());
          case NULL -> 0;
          case SS -> ofSet(((AttributeValue.SS) value).members());
          case NS -> ofSet(((AttributeValue.NS) value).members());
          case BS -> ofSet(((AttributeValue.BS) value).members());
          case L -> ofList(((AttributeValue.L) value).elements());
          case M -> ofMap(((AttributeValue.M) value).entries());
        };
    return mix(mix(value.type().ordinal() + 1) + content);
  }

  private static long ofText(String text) {
    long fingerprint = mix(text.length());
    for (int i = 0; i < text.length(); i++) {
      fingerprint = (fingerprint ^ text.charAt(i)) * PRIME;
    }
    return mix(fingerprint);
  }

  private static long ofBytes(byte[] bytes) {
    long fingerprint = mix(bytes.length);
    for (byte element : bytes) {
      fingerprint = (fingerprint ^ element) * PRIME;
    }
    return mix(fingerprint);
  }

  /** Spreads every bit over all of them (the finalizer of SplitMix64). */
  private static long mix(long bits) {
    long mixed = bits + 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
    return mixed ^ mixed >>> 31;
  }
}
