package dev.dynamoemulator.protocol;

import java.util.Set;

/**
 * The web origins whose scripts may read answers. The service allows every one; DynamoDB Local's
 * {@code -cors} narrows that to a list. Immutable.
 */
public record AllowedOrigins(Set<String> origins) {

  /** Every origin, as the service does. */
  public static final AllowedOrigins ALL = new AllowedOrigins(Set.of("*"));

  public AllowedOrigins {
    origins = Set.copyOf(origins);
  }

  /** The value of {@code Access-Control-Allow-Origin}, or null when the origin is not allowed. */
  String answerTo(String origin) {
    if (origins.contains("*")) {
      return "*";
    }
    return origins.contains(origin) ? origin : null;
  }
}
