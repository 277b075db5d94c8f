package dev.dynamoemulator.operation.transfer;

import dev.dynamoemulator.transfer.TransferErrors;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The token with which a list goes on: the last ARN in hexadecimal digits, 112 to 1024 of them and
 * a multiple of 16, as the API demands of imports.
 */
final class JobPageToken {

  private static final int SHORTEST = 56;
  private static final int UNIT = 8;

  private JobPageToken() {}

  static String encode(String arn) {
    byte[] bytes = arn.getBytes(StandardCharsets.UTF_8);
    int length = Math.max(SHORTEST, (bytes.length + UNIT - 1) / UNIT * UNIT);
    return HexFormat.of().formatHex(Arrays.copyOf(bytes, length));
  }

  static String decode(String token) {
    try {
      String arn = new String(HexFormat.of().parseHex(token), StandardCharsets.UTF_8);
      String unpadded = arn.replaceFirst("\0+$", "");
      if (unpadded.startsWith("arn:")) {
        return unpadded;
      }
    } catch (IllegalArgumentException noToken) {
      throw TransferErrors.invalidNextToken();
    }
    throw TransferErrors.invalidNextToken();
  }
}
