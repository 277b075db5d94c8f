package dev.dynamoemulator.environment;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** Makes ids: by chance, or the same sequence again from the same seed. Thread-safe. */
public final class Ids {

  private static final char[] DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".toCharArray();
  private static final int REQUEST_ID_LENGTH = 52;

  /** 36 to this power still fits 63 bits, so one random number serves that many digits. */
  private static final int DIGITS_PER_NUMBER = 12;

  /** How far the sequence has come; null when there is none. */
  private final AtomicLong sequence;

  private Ids(AtomicLong sequence) {
    this.sequence = sequence;
  }

  public static Ids random() {
    return new Ids(null);
  }

  public static Ids seeded(long seed) {
    return new Ids(new AtomicLong(seed));
  }

  /** Ids that go on as these do, if they are seeded. */
  public Ids copy() {
    return sequence == null ? random() : seeded(sequence.get());
  }

  /** Goes on as the others do, if both are seeded. */
  public void follow(Ids others) {
    if (sequence != null && others.sequence != null) {
      sequence.set(others.sequence.get());
    }
  }

  /** Any 64 bits. */
  public long number() {
    return sequence == null
        ? ThreadLocalRandom.current().nextLong()
        : SplitMix64.mixed(sequence.addAndGet(SplitMix64.STEP));
  }

  /** A random UUID in lower case, such as a table's id. */
  public String uuid() {
    long high = number() & ~0xF000L | 0x4000L;
    long low = number() & ~(0xC0L << 56) | 0x80L << 56;
    return new UUID(high, low).toString();
  }

  /** The UUID that belongs to a name: always the same for the same name. */
  public String uuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /**
   * The id of a backup or a job: the time in 14 digits and 8 hexadecimal ones by chance
   * (control-plane.md §1.2). Those of the same millisecond are told apart by chance, but never left
   * to it.
   */
  public String dated(Instant time, Predicate<String> isTaken) {
    String millis = String.format(Locale.ROOT, "%014d", time.toEpochMilli());
    String id;
    do {
      id = millis + "-" + HexFormat.of().toHexDigits((int) number());
    } while (isTaken.test(id));
    return id;
  }

  /** The value of {@code x-amzn-RequestId}: 52 digits and capital letters (protocol.md §1.3). */
  public String requestId() {
    char[] id = new char[REQUEST_ID_LENGTH];
    long digits = 0;
    for (int position = 0; position < id.length; position++) {
      if (position % DIGITS_PER_NUMBER == 0) {
        digits = number() >>> 1;
      }
      id[position] = DIGITS[(int) (digits % DIGITS.length)];
      digits /= DIGITS.length;
    }
    return new String(id);
  }
}
