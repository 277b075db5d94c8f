package dev.dynamoemulator.partiql;

import dev.dynamoemulator.item.StoredItem;
import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Item;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The NextToken of one statement with its parameters: a {@link PagePosition}, the account and the
 * time behind a digest of these, the statement and the parameters, so that no other request can go
 * on with it (partiql.md §4.4). It holds for as long as DynamoDB Local's. Immutable.
 */
public final class NextToken {

  private static final int DIGEST_BYTES = 16;
  private static final int HEAD_BYTES = 2 * Long.BYTES + Integer.BYTES;
  private static final Duration LIFETIME = Duration.ofHours(1);

  private final long account;
  private final byte[] statement;
  private final byte[] parameters;

  /**
   * @param account the caller's, twelve digits
   */
  public NextToken(String account, String statement, List<AttributeValue> parameters) {
    this.account = Long.parseLong(account);
    this.statement = statement.getBytes(StandardCharsets.UTF_8);
    this.parameters = bytes(parameters);
  }

  private static byte[] bytes(List<AttributeValue> parameters) {
    Map<String, AttributeValue> numbered = new LinkedHashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      numbered.put(Integer.toString(i), parameters.get(i));
    }
    return StoredItem.of(Item.of(numbered)).bytes();
  }

  public String encode(PagePosition position, Instant now) {
    byte[] key = StoredItem.of(position.key()).bytes();
    byte[] content =
        ByteBuffer.allocate(HEAD_BYTES + key.length)
            .putLong(now.toEpochMilli())
            .putLong(account)
            .putInt(position.plan())
            .put(key)
            .array();
    byte[] token =
        ByteBuffer.allocate(DIGEST_BYTES + content.length)
            .put(digest(content))
            .put(content)
            .array();
    return Base64.getEncoder().encodeToString(token);
  }

  /**
   * @param text null for none
   * @throws dev.dynamoemulator.model.DynamoDbException when it is no token, or one of another
   *     account, statement or other parameters, or too old
   */
  public PagePosition decode(String text, Instant now) {
    if (text == null) {
      return PagePosition.START;
    }
    byte[] token = bytes(text);
    byte[] content = Arrays.copyOfRange(token, DIGEST_BYTES, token.length);
    ByteBuffer head = ByteBuffer.wrap(content);
    long time = head.getLong();
    if (head.getLong() != account) {
      throw StatementErrors.tokenOfAnotherAccount();
    }
    if (!Arrays.equals(token, 0, DIGEST_BYTES, digest(content), 0, DIGEST_BYTES)) {
      throw StatementErrors.foreignToken();
    }
    if (now.toEpochMilli() - time >= LIFETIME.toMillis()) {
      throw StatementErrors.expiredToken();
    }
    int plan = head.getInt();
    byte[] key = Arrays.copyOfRange(content, HEAD_BYTES, content.length);
    return new PagePosition(plan, StoredItem.fromBytes(key).toItem());
  }

  private static byte[] bytes(String text) {
    byte[] token;
    try {
      token = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw StatementErrors.malformedToken();
    }
    if (token.length < DIGEST_BYTES + HEAD_BYTES) {
      throw StatementErrors.malformedToken();
    }
    return token;
  }

  private byte[] digest(byte[] content) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(statement.length).flip());
    digest.update(statement);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(parameters.length).flip());
    digest.update(parameters);
    return Arrays.copyOf(digest.digest(content), DIGEST_BYTES);
  }
}
