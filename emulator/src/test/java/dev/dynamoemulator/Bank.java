package dev.dynamoemulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dynamoemulator.protocol.SampleRequest;
import dev.dynamoemulator.protocol.WireResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Ten accounts in one table and their transfers in another. Money moves by transactions over both,
 * so that its sum never changes and every account agrees with the transfers.
 */
final class Bank {

  static final int ACCOUNTS = 10;

  /** What all accounts hold together. */
  static final int TOTAL = 1000;

  private static final int OPENING_BALANCE = TOTAL / ACCOUNTS;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Emulator emulator;

  /** The bank whose tables the emulator has. */
  Bank(Emulator emulator) {
    this.emulator = emulator;
  }

  static Bank found(Emulator emulator) {
    Bank bank = new Bank(emulator);
    for (String table : List.of("accounts", "transfers")) {
      bank.call(
          "CreateTable",
          """
          {'TableName':'%s','BillingMode':'PAY_PER_REQUEST',
           'AttributeDefinitions':[{'AttributeName':'id','AttributeType':'S'}],
           'KeySchema':[{'AttributeName':'id','KeyType':'HASH'}]}
          """
              .formatted(table));
    }
    for (int account = 0; account < ACCOUNTS; account++) {
      bank.call(
          "PutItem",
          "{'TableName':'accounts','Item':{'id':{'S':'%d'},'balance':{'N':'%d'}}}"
              .formatted(account, OPENING_BALANCE));
    }
    return bank;
  }

  /**
   * Moves money, unless the account has too little.
   *
   * @return whether it was moved
   */
  boolean transfer(String id, int from, int to, int amount) {
    try (WireResponse response =
        send(
            "TransactWriteItems",
            """
            {'TransactItems':[
              {'Update':{'TableName':'accounts','Key':{'id':{'S':'%1$d'}},
                'UpdateExpression':'SET balance = balance - :n',
                'ConditionExpression':'balance >= :n',
                'ExpressionAttributeValues':{':n':{'N':'%3$d'}}}},
              {'Put':{'TableName':'transfers','Item':{'id':{'S':'%4$s'},
                'payer':{'N':'%1$d'},'payee':{'N':'%2$d'},'amount':{'N':'%3$d'}},
                'ConditionExpression':'attribute_not_exists(id)'}},
              {'Update':{'TableName':'accounts','Key':{'id':{'S':'%2$d'}},
                'UpdateExpression':'SET balance = balance + :n',
                'ExpressionAttributeValues':{':n':{'N':'%3$d'}}}}]}
            """
                .formatted(from, to, amount, id))) {
      if (response.status() == 200) {
        return true;
      }
      String message = read(response).get("Message").asText();
      assertThat(message)
          .startsWith("Transaction cancelled, please refer cancellation reasons for specific")
          .matches(".*\\[(ConditionalCheckFailed|TransactionConflict|None|, )+\\]");
      return false;
    }
  }

  /** Changes an account besides its balance, as a single write. */
  void touch(int account, int number) {
    try (WireResponse response =
        send(
            "UpdateItem",
            """
            {'TableName':'accounts','Key':{'id':{'S':'%d'}},'UpdateExpression':'SET touched = :n',
             'ExpressionAttributeValues':{':n':{'N':'%d'}}}
            """
                .formatted(account, number))) {
      assertThat(response.status() == 200 || isConflict(read(response))).isTrue();
    }
  }

  /** What all accounts hold at one moment; TOTAL when a transaction in progress hides it. */
  int total() {
    String elements =
        IntStream.range(0, ACCOUNTS)
            .mapToObj("{'Get':{'TableName':'accounts','Key':{'id':{'S':'%d'}}}}"::formatted)
            .collect(Collectors.joining(","));
    try (WireResponse response = send("TransactGetItems", "{'TransactItems':[" + elements + "]}")) {
      JsonNode answer = read(response);
      if (response.status() != 200) {
        assertThat(isConflict(answer)).as(answer.toString()).isTrue();
        return TOTAL;
      }
      int total = 0;
      for (JsonNode entry : answer.get("Responses")) {
        total += entry.at("/Item/balance/N").asInt();
      }
      return total;
    }
  }

  private static boolean isConflict(JsonNode error) {
    return error.path("__type").asText().endsWith("TransactionConflictException")
        || error.path("Message").asText().contains("TransactionConflict");
  }

  /** Checks every account against all transfers. */
  void assertBooksAgree() {
    int[] balances = new int[ACCOUNTS];
    for (JsonNode transfer : scan("transfers")) {
      int amount = transfer.at("/amount/N").asInt();
      balances[transfer.at("/payer/N").asInt()] -= amount;
      balances[transfer.at("/payee/N").asInt()] += amount;
    }
    for (JsonNode account : scan("accounts")) {
      balances[account.at("/id/S").asInt()] -= account.at("/balance/N").asInt();
    }
    assertThat(balances).containsOnly(-OPENING_BALANCE);
  }

  /** The ids of all transfers. */
  Set<String> transfers() {
    Set<String> ids = new HashSet<>();
    scan("transfers").forEach(transfer -> ids.add(transfer.at("/id/S").asText()));
    return ids;
  }

  private JsonNode scan(String table) {
    JsonNode page = call("Scan", "{'TableName':'" + table + "'}");
    assertThat(page.has("LastEvaluatedKey")).isFalse();
    return page.get("Items");
  }

  JsonNode call(String operation, String input) {
    try (WireResponse response = send(operation, input)) {
      JsonNode answer = read(response);
      assertThat(response.status()).as(answer.toString()).isEqualTo(200);
      return answer;
    }
  }

  private WireResponse send(String operation, String input) {
    return emulator
        .dispatcher()
        .dispatch(SampleRequest.of(operation).body(input.replace('\'', '"')).build());
  }

  private static JsonNode read(WireResponse response) {
    try {
      return JSON.readTree(response.bodyText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
