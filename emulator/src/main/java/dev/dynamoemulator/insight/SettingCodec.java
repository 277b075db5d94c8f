package dev.dynamoemulator.insight;

import dev.dynamoemulator.storage.StorageException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Settings as they are stored: status, mode and two times in milliseconds, or a hyphen for none.
 */
final class SettingCodec {

  private static final String NEVER = "-";
  private static final int MEMBERS = 4;

  private SettingCodec() {}

  static byte[] encode(InsightSetting setting) {
    return String.join(
            " ",
            setting.status().name(),
            setting.mode().name(),
            time(setting.enabled()),
            time(setting.updated()))
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String time(Instant time) {
    return time == null ? NEVER : Long.toString(time.toEpochMilli());
  }

  static InsightSetting decode(byte[] value) {
    String[] members = new String(value, StandardCharsets.US_ASCII).split(" ");
    if (members.length != MEMBERS) {
      throw new StorageException("The setting of Contributor Insights is unreadable");
    }
    return new InsightSetting(
        InsightStatus.valueOf(members[0]),
        InsightMode.valueOf(members[1]),
        time(members[2]),
        time(members[3]));
  }

  private static Instant time(String member) {
    return member.equals(NEVER) ? null : Instant.ofEpochMilli(Long.parseLong(member));
  }
}
