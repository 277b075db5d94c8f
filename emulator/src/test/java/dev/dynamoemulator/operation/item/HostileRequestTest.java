package dev.dynamoemulator.operation.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged requests end with an answer or an error of the client, never with one of the server. */
@Timeout(60)
class HostileRequestTest {

  private static final int MUTANTS = 1500;

  private static final ItemsFixture ITEMS = ItemsFixture.newer();

  private static final String KEY = "'Key':{'pk':{'S':'x'},'sk':{'N':'1'}}";

  /** Operation and input; together they use every parameter that takes more than a word. */
  private static final List<String[]> REQUESTS =
      List.of(
          request(
              "PutItem",
              "'Item':{'pk':{'S':'x'},'sk':{'N':'1'},'m':{'M':{'a':{'L':[{'SS':['b']}]}}}},"
                  + "'ConditionExpression':'a = :s OR NOT #n < :n','ExpressionAttributeValues':"
                  + "{':s':{'S':'x'},':n':{'N':'1'}},'ExpressionAttributeNames':{'#n':'n'}"),
          request(
              "PutItem",
              "'Item':{'pk':{'S':'x'},'sk':{'N':'1'}},'ConditionalOperator':'OR','Expected':{"
                  + "'a':{'ComparisonOperator':'BETWEEN','AttributeValueList':[{'N':'1'},{'N':'2'}]"
                  + "},'b':{'Exists':false}}"),
          request("GetItem", KEY + ",'ProjectionExpression':'m.a[0], gpk','ConsistentRead':true"),
          request(
              "UpdateItem",
              KEY
                  + ",'UpdateExpression':'SET a = if_not_exists(a, :n) + :n, m.a[1] = :n REMOVE l"
                  + " ADD n :n','ExpressionAttributeValues':{':n':{'N':'1'}},"
                  + "'ReturnValues':'UPDATED_NEW'"),
          request(
              "UpdateItem",
              KEY
                  + ",'AttributeUpdates':{'a':{'Action':'ADD','Value':{'N':'1'}},"
                  + "'z':{'Action':'DELETE'},'gpk':{'Value':{'S':'q'}}}"),
          request("DeleteItem", KEY + ",'ConditionExpression':'size(a) IN (b, c[0].d)'"),
          new String[] {
            "BatchGetItem",
            "{'RequestItems':{'tbl':{'Keys':[{'pk':{'S':'x'},'sk':{'N':'1'}}],"
                + "'AttributesToGet':['a']}},'ReturnConsumedCapacity':'TOTAL'}"
          },
          new String[] {
            "BatchWriteItem",
            "{'RequestItems':{'tbl':[{'PutRequest':{'Item':{'pk':{'S':'x'},'sk':{'N':'1'}}}},"
                + "{'DeleteRequest':{'Key':{'pk':{'S':'y'},'sk':{'N':'1'}}}}]}}"
          },
          request(
              "Query",
              "'IndexName':'index','KeyConditionExpression':'gpk = :g','FilterExpression':"
                  + "'attribute_exists(pk)','ExpressionAttributeValues':{':g':{'S':'q'}},'Limit':2,"
                  + "'Select':'COUNT'"),
          request(
              "Query",
              "'KeyConditions':{'pk':{'ComparisonOperator':'EQ','AttributeValueList':[{'S':'x'}]}},"
                  + "'QueryFilter':{'a':{'ComparisonOperator':'NULL'}},"
                  + "'ExclusiveStartKey':{'pk':{'S':'x'},'sk':{'N':'0'}}"),
          request(
              "Scan",
              "'Segment':0,'TotalSegments':3,'FilterExpression':'begins_with(pk, :p)',"
                  + "'ExpressionAttributeValues':{':p':{'S':'x'}}"),
          request(
              "Scan",
              "'AttributesToGet':['a'],'ScanFilter':{'a':{'ComparisonOperator':'IN',"
                  + "'AttributeValueList':[{'N':'1'},{'N':'2'}]}}"));

  /** What gets into the place of a part of a request. */
  private static final List<String> SPLINTERS =
      List.of(
          "null",
          "true",
          "-1",
          "1e400",
          "[]",
          "{}",
          "''",
          "'x'",
          "{'S':null}",
          "{'N':'1e130'}",
          "[[]]",
          "{'':{}}",
          "{'L':[{'M':{}}]}",
          ",",
          ":",
          "}",
          "]",
          "'",
          "\\",
          "\\ud800",
          "#",
          "(",
          " AND ",
          ".",
          "[9]",
          "ü",
          "\u0000",
          "{'L':[".repeat(40),
          "[".repeat(5000),
          "9".repeat(500));

  private static String[] request(String operation, String members) {
    return new String[] {operation, "{'TableName':'tbl'," + members + "}"};
  }

  @BeforeAll
  static void createTable() {
    ITEMS.create("tbl", "pk:S sk:N", "GSI index gpk:S ALL", "LSI local pk:S lsk:S KEYS_ONLY");
    ITEMS.put("tbl", "'pk':{'S':'x'},'sk':{'N':'1'},'gpk':{'S':'q'},'m':{'M':{'a':{'L':[]}}}");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void neverFailTheServer(long seed) {
    Random random = new Random(seed);

    for (int i = 0; i < MUTANTS; i++) {
      String[] request = REQUESTS.get(random.nextInt(REQUESTS.size()));
      String body = request[1];
      for (int damages = 1 + random.nextInt(3); damages > 0; damages--) {
        body = damaged(body, random);
      }

      assertThat(ITEMS.status(request[0], body)).as("%s %s", request[0], body).isIn(200, 400);
    }
  }

  /** Puts a splinter or another part of the text into the place of some of it. */
  private static String damaged(String text, Random random) {
    if (text.isEmpty()) {
      return "{";
    }
    int from = random.nextInt(text.length());
    int to = Math.min(text.length(), from + random.nextInt(12));
    String splinter = SPLINTERS.get(random.nextInt(SPLINTERS.size()));
    if (random.nextInt(4) == 0) {
      int start = random.nextInt(text.length());
      splinter = text.substring(start, Math.min(text.length(), start + random.nextInt(60)));
    }
    return text.substring(0, from) + splinter + text.substring(to);
  }
}
