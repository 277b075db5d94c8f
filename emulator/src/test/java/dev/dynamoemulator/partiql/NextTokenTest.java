package dev.dynamoemulator.partiql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamoemulator.model.AttributeValue;
import dev.dynamoemulator.model.Item;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whom a NextToken is for. The texts are those of the library that DynamoDB Local shares. */
class NextTokenTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final PagePosition POSITION =
      new PagePosition(2, Item.of(Map.of("pk", new AttributeValue.S("a"))));

  @Test
  void goesOnWhereThePageEnded() {
    String token = tokenOf("123456789012").encode(POSITION, NOW);

    assertThat(tokenOf("123456789012").decode(token, NOW)).isEqualTo(POSITION);
  }

  @Test
  void isOfNoUseToAnotherAccount() {
    String token = tokenOf("123456789012").encode(POSITION, NOW);

    assertThatThrownBy(() -> tokenOf("000000000000").decode(token, NOW))
        .hasMessage("Given NextToken is invalid for this account");
  }

  private static NextToken tokenOf(String account) {
    return new NextToken(account, "SELECT * FROM tab", List.of());
  }
}
