package dev.dynamoemulator.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.comparison.RandomRequests.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Random items and expressions, sent to the emulator and to DynamoDB Local. Where they disagree,
 * judgements.txt must say who is right: DynamoDB Local is a second opinion, not the reference.
 */
class DifferentialTest {

  private static final int REQUESTS = Integer.getInteger("differential.requests", 2000);
  private static final long SEED = Long.getLong("differential.seed", 1);

  private final Map<String, String> unjudged = new LinkedHashMap<>();

  @Test
  void agreesWithDynamoDbLocalOrKnowsWhyNot() throws IOException, InterruptedException {
    List<Judgement> judgements = Judgement.all();
    try (Peer ours = Peer.emulator(Path.of("../target/dynamo-emulator.jar"));
        Peer local = Peer.dynamoDbLocal(Path.of("target/dynamodb-local"))) {
      for (Peer peer : List.of(ours, local)) {
        assertThat(peer.call("CreateTable", CREATE_TABLE).outcome()).isEqualTo("200");
      }
      RandomRequests requests = new RandomRequests(SEED);
      for (int i = 0; i < REQUESTS; i++) {
        compare(requests, ours, local, judgements);
      }
    }

    assertThat(unjudged).as("Disagreements that judgements.txt does not cover").isEmpty();
  }

  private static final String CREATE_TABLE =
      """
      {"TableName":"%s","BillingMode":"PAY_PER_REQUEST",
       "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},
                    {"AttributeName":"sk","KeyType":"RANGE"}],
       "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},
                               {"AttributeName":"sk","AttributeType":"N"}]}
      """
          .formatted(RandomRequests.TABLE);

  /** Every request meets the same item on both sides, whatever the one before has done. */
  private void compare(RandomRequests requests, Peer ours, Peer local, List<Judgement> judgements)
      throws IOException, InterruptedException {
    String item = requests.item();
    String put = "{\"TableName\":\"" + RandomRequests.TABLE + "\",\"Item\":" + item + "}";
    String get =
        "{\"TableName\":\"" + RandomRequests.TABLE + "\",\"Key\":" + RandomRequests.KEY + "}";
    Request request = requests.next();

    ours.call("PutItem", put);
    local.call("PutItem", put);
    Answer ourAnswer = ours.call(request.operation(), request.input());
    Answer localAnswer = local.call(request.operation(), request.input());
    check(request, item, ourAnswer, localAnswer, judgements);
    if (ourAnswer.isSuccess() && localAnswer.isSuccess()) {
      check(request, item, ours.call("GetItem", get), local.call("GetItem", get), judgements);
    }
  }

  private void check(
      Request request,
      String item,
      Answer ourAnswer,
      Answer localAnswer,
      List<Judgement> judgements) {
    boolean isKnown =
        ourAnswer.agreesWith(localAnswer)
            || judgements.stream()
                .anyMatch(each -> each.covers(request.input(), ourAnswer, localAnswer));
    if (!isKnown) {
      String answers =
          "\nours: " + ourAnswer.outcome() + "\nlocal: " + localAnswer.outcome() + "\n";
      String bodies =
          ourAnswer.isSuccess() && localAnswer.isSuccess()
              ? ourAnswer.body() + "\n" + localAnswer.body() + "\n"
              : "";
      unjudged.putIfAbsent(
          answers, bodies + request.operation() + " " + request.input() + "\non " + item + "\n");
    }
  }
}
