package dev.dynamoemulator.transfer.bucket;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** The digests that S3 and manifests show. */
public final class Digests {

  private Digests() {}

  public static String md5Hex(byte[] content) {
    return HexFormat.of().formatHex(digest("MD5", content));
  }

  public static String md5Base64(byte[] content) {
    return Base64.getEncoder().encodeToString(digest("MD5", content));
  }

  private static byte[] digest(String algorithm, byte[] content) {
    try {
      return MessageDigest.getInstance(algorithm).digest(content);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
