package dev.dynamoemulator.engine;

import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Attributes;
import dev.dynamoemulator.model.DynamoNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Which items of a table have expired at a moment: those whose time-to-live attribute is a number
 * of seconds that lies in the past, but not more than five years back (tables.md §11.2).
 */
public final class Expiry {

  private static final int OLDEST_YEARS = 5;

  private final String attributeName;
  private final DynamoNumber now;
  private final DynamoNumber oldest;

  public Expiry(String attributeName, Instant now) {
    this.attributeName = attributeName;
    this.now = seconds(now);
    this.oldest = seconds(now.atOffset(ZoneOffset.UTC).minusYears(OLDEST_YEARS).toInstant());
  }

  public boolean hasPassed(Attributes item) {
    return item.get(attributeName) instanceof AttributeValue.N time
        && time.value().compareTo(now) < 0
        && time.value().compareTo(oldest) >= 0;
  }

  private static DynamoNumber seconds(Instant time) {
    return DynamoNumber.of(BigDecimal.valueOf(time.toEpochMilli(), 3));
  }
}
