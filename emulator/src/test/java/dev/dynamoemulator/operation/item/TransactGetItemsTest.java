package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.operation.item.TransactionFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Evidence: transactions.md §1.2, §5.2. */
class TransactGetItemsTest {

  private final TransactionFixture fixture = TransactionFixture.start();

  private static String get(String id) {
    return "{'Get':{'TableName':'accounts','Key':{'id':{'S':'" + id + "'}}}}";
  }

  @Test
  void answersInTheOrderOfTheRequestAcrossTables() {
    fixture.putAccount("ada", "'n':{'N':'1'}");
    fixture.putAccount("bob", "'n':{'N':'2'}");
    fixture.write(
        "{'Put':{'TableName':'orders','Item':{'customer':{'S':'ada'},'number':{'N':'1'}}}}");

    JsonNode answer =
        fixture.get(
            get("bob")
                + ",{'Get':{'TableName':'orders','Key':{'number':{'N':'1.0'},"
                + "'customer':{'S':'ada'}}}},"
                + get("ada"));

    assertThat(answer)
        .isEqualTo(
            json(
                """
                {'Responses':[
                  {'Item':{'id':{'S':'bob'},'n':{'N':'2'}}},
                  {'Item':{'customer':{'S':'ada'},'number':{'N':'1'}}},
                  {'Item':{'id':{'S':'ada'},'n':{'N':'1'}}}]}
                """));
  }

  @Test
  void leavesMissingItemsEmptyInTheirPlace() {
    fixture.putAccount("ada", "");

    assertThat(fixture.get(get("x") + "," + get("ada") + "," + get("y")))
        .isEqualTo(json("{'Responses':[{},{'Item':{'id':{'S':'ada'}}},{}]}"));
  }

  @Test
  void projectsEachItemByItself() {
    fixture.putAccount("ada", "'a':{'M':{'x':{'N':'1'},'y':{'N':'2'}}},'b':{'N':'3'}");
    fixture.putAccount("bob", "'a':{'N':'1'}");

    JsonNode answer =
        fixture.get(
            """
            {'Get':{'TableName':'accounts','Key':{'id':{'S':'ada'}},
              'ProjectionExpression':'#a.x, b','ExpressionAttributeNames':{'#a':'a'}}},
            {'Get':{'TableName':'accounts','Key':{'id':{'S':'bob'}}}}
            """);

    assertThat(answer)
        .isEqualTo(
            json(
                """
                {'Responses':[
                  {'Item':{'a':{'M':{'x':{'N':'1'}}},'b':{'N':'3'}}},
                  {'Item':{'id':{'S':'bob'},'a':{'N':'1'}}}]}
                """));
  }

  @Test
  void leavesAnItemOutOfWhichNothingIsProjected() {
    fixture.putAccount("ada", "");

    assertThat(
            fixture.get(
                """
                {'Get':{'TableName':'accounts','Key':{'id':{'S':'ada'}},
                  'ProjectionExpression':'nothing'}}
                """))
        .isEqualTo(json("{'Responses':[{}]}"));
  }

  @Test
  void takesAHundredItems() {
    JsonNode answer =
        fixture.get(
            IntStream.range(0, 100)
                .mapToObj(number -> get("a" + number))
                .collect(Collectors.joining(",")));

    assertThat(answer.get("Responses")).hasSize(100);
  }

  @Test
  void findsATableByItsArn() {
    fixture.putAccount("ada", "");

    assertThat(
            fixture.get(
                get("ada")
                    .replace(
                        "'accounts'", "'arn:aws:dynamodb:us-east-1:000000000000:table/accounts'")))
        .isEqualTo(json("{'Responses':[{'Item':{'id':{'S':'ada'}}}]}"));
  }

  @Test
  void keepsAccountsAndRegionsApart() {
    fixture.putAccount("ada", "");
    fixture.createAccounts("000000000000", "eu-west-2");

    assertThat(
            fixture.callIn(
                "000000000000",
                "eu-west-2",
                "TransactGetItems",
                TransactionFixture.transaction(get("ada"))))
        .isEqualTo(json("{'Responses':[{}]}"));
  }
}
