package dev.dynamoemulator.operation.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dynamoemulator.operation.Reply;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TagResource, UntagResource and ListTagsOfResource by tables.md §10. */
class TagResourceTest {

  private static final String ARN = "arn:aws:dynamodb:us-east-1:000000000000:table/orders";
  private static final String TAG = "'Tags':[{'Key':'a','Value':'1'}]";

  private final TableFixture tables = TableFixture.immediate();

  @BeforeEach
  void createTable() {
    tables.create("orders");
  }

  @Test
  void answersWithoutABody() {
    assertThat(reply("TagResource", ARN, TAG)).isSameAs(Reply.NO_BODY);
    assertThat(reply("UntagResource", ARN, "'TagKeys':['a']")).isSameAs(Reply.NO_BODY);
  }

  @Test
  void overwritesTheValueOfAKey() {
    reply("TagResource", ARN, "'Tags':[{'Key':'a','Value':'1'},{'Key':'A','Value':''}]");
    reply("TagResource", ARN, "'Tags':[{'Key':'a','Value':'2'}]");

    assertThat(list(""))
        .isEqualTo(Json.of("{'Tags':[{'Key':'a','Value':'2'},{'Key':'A','Value':''}]}"));
  }

  @Test
  void removesKeysAndIgnoresUnknownOnes() {
    reply("TagResource", ARN, TAG);

    reply("UntagResource", ARN, "'TagKeys':['a','b']");

    assertThat(list("")).isEqualTo(Json.of("{'Tags':[]}"));
  }

  @Test
  void listsTheTagsOfCreateTable() {
    tables.create(
        TableFixture.CALLER,
        "tagged",
        "'BillingMode':'PAY_PER_REQUEST','Tags':[{'Key':'a','Value':'1'}]");

    assertThat(tables.call("ListTagsOfResource", "{'ResourceArn':'%s'}".formatted(arn("tagged"))))
        .isEqualTo(Json.of("{'Tags':[{'Key':'a','Value':'1'}]}"));
  }

  @Test
  void listsTenTagsAPage() {
    reply("TagResource", ARN, tags(0, 20));

    JsonNode first = list("");
    JsonNode second = list(",'NextToken':'" + first.get("NextToken").asText() + "'");

    assertThat(first.get("Tags")).hasSize(10);
    assertThat(second.get("Tags").get(0).get("Key").asText()).isEqualTo("key-10");
    assertThat(second.get("Tags")).hasSize(10);
    assertThat(second.has("NextToken")).isFalse();
  }

  @Test
  void allowsFiftyTags() {
    reply("TagResource", ARN, tags(0, 50));
    reply("TagResource", ARN, tags(0, 50));

    assertThat(error("TagResource", ARN, tags(50, 51)))
        .isEqualTo(
            "ValidationException Number of Tags exceed the current limit for the provided"
                + " ResourceArn");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not-a-valid-arn",
        "arn:aws:dynamodb:us-east-1:000000000000:table/ab",
        "arn:aws:dynamodb:us-east-1:000000000000:table/orders/index/i",
        "arn:aws:dynamodb:us-east-1:abc:table/orders",
        "arn:aws:dynamodb::000000000000:table/orders",
        "arn:aws-cn:dynamodb:us-east-1:000000000000:table/orders",
        "arn:aws:s3:us-east-1:000000000000:table/orders",
        "orders",
      })
  void refusesWhatIsNoTableArn(String arn) {
    String message =
        "ValidationException Invalid TableArn: Invalid ResourceArn provided as input " + arn;

    assertThat(error("TagResource", arn, "'Tags':[]")).isEqualTo(message);
    assertThat(error("UntagResource", arn, "'TagKeys':[]")).isEqualTo(message);
    assertThat(error("ListTagsOfResource", arn, "'NextToken':'?'")).isEqualTo(message);
  }

  @Test
  void asksForTheArn() {
    assertThat(tables.error("ListTagsOfResource", "{}"))
        .isEqualTo("ValidationException Invalid TableArn");
  }

  @Test
  void deniesTheEmptyArn() {
    assertThat(error("TagResource", "", TAG))
        .isEqualTo(
            "AccessDeniedException User: arn:aws:iam::000000000000:root is not authorized to"
                + " perform: dynamodb:TagResource on resource: *");
  }

  /** tables.md §10, rows 2 to 4: between an odd text and an ARN of something else. */
  @Test
  void asksForTheListOnceItHasAnArn() {
    String none = "'NextToken':null";
    String other = "arn:aws:s3:us-east-1:000000000000:bucket";
    String missing =
        "ValidationException 1 validation error detected: Value null at '%s' failed to satisfy"
            + " constraint: Member must not be null";

    assertThat(error("TagResource", ARN, none)).isEqualTo(missing.formatted("tags"));
    assertThat(error("TagResource", other, none)).isEqualTo(missing.formatted("tags"));
    assertThat(error("UntagResource", ARN, none)).isEqualTo(missing.formatted("tagKeys"));
    assertThat(error("UntagResource", "orders", none))
        .isEqualTo(
            "ValidationException Invalid TableArn: Invalid ResourceArn provided as input orders");
  }

  @Test
  void asksForTagsBeforeItLooksForTheTable() {
    assertThat(error("TagResource", arn("absent"), "'Tags':[]"))
        .isEqualTo("ValidationException Atleast one Tag needs to be provided as Input.");
    assertThat(error("UntagResource", arn("absent"), "'TagKeys':[]"))
        .isEqualTo("ValidationException Atleast one Tag Key needs to be provided as Input.");
  }

  @Test
  void reportsAnAbsentTable() {
    String arn = arn("absent");
    String message =
        "ResourceNotFoundException Requested resource not found: ResourcArn: " + arn + " not found";

    assertThat(error("TagResource", arn, TAG)).isEqualTo(message);
    assertThat(error("ListTagsOfResource", arn, "'NextToken':null")).isEqualTo(message);
    assertThat(error("UntagResource", arn, "'TagKeys':['a']"))
        .isEqualTo("ResourceNotFoundException Requested resource not found");
  }

  @Test
  void deniesTheTablesOfOthers() {
    String arn = "arn:aws:dynamodb:us-east-1:999999999999:table/orders";

    assertThat(error("TagResource", arn, TAG))
        .isEqualTo(
            "AccessDeniedException User: arn:aws:iam::000000000000:root is not authorized to"
                + " perform: dynamodb:TagResource on resource: "
                + arn);
  }

  @Test
  void refusesRepeatedAndReservedKeys() {
    assertThat(error("TagResource", ARN, "'Tags':[{'Key':'a','Value':''},{'Key':'a','Value':''}]"))
        .isEqualTo(
            "ValidationException One or more parameter values were invalid: Duplicate tag key: a");
    assertThat(error("TagResource", ARN, "'Tags':[{'Key':'aws:a','Value':''}]"))
        .isEqualTo(
            "ValidationException One or more parameter values were invalid: Tag keys with the"
                + " prefix aws: are reserved: aws:a");
  }

  /** ScyllaDB Alternator's test_tag_resource_incorrect, which passes on the service. */
  @ParameterizedTest
  @CsvSource({
    "ok, #!%%^$$&, Value",
    "->>;-)]), ok, Key",
    "!!!|, <><, Key",
  })
  void refusesOtherCharactersThanAreAllowed(String key, String value, String invalid) {
    String tag = "'Tags':[{'Key':'" + key + "','Value':'" + value.replace("%", "%%") + "'}]";

    assertThat(error("TagResource", ARN, tag))
        .isEqualTo("ValidationException The Tag " + invalid + " provided is invalid string");
  }

  @Test
  void takesLettersOfAnyAlphabetAndSomeSigns() {
    String tag = "{'Key':'מפתח 1','Value':'+-=._:/@'}";

    reply("TagResource", ARN, "'Tags':[" + tag + "]");

    assertThat(list("").at("/Tags/0")).isEqualTo(Json.of(tag));
  }

  @Test
  void refusesAnUnreadableToken() {
    assertThat(error("ListTagsOfResource", ARN, "'NextToken':'?'"))
        .isEqualTo(
            "ValidationException One or more parameter values were invalid: Invalid NextToken");
  }

  private Reply reply(String operation, String arn, String members) {
    return tables.reply(
        TableFixture.CALLER, operation, "{'ResourceArn':'" + arn + "'," + members + "}");
  }

  private String error(String operation, String arn, String members) {
    return tables.error(operation, "{'ResourceArn':'" + arn + "'," + members + "}");
  }

  private JsonNode list(String members) {
    return tables.call("ListTagsOfResource", "{'ResourceArn':'" + ARN + "'" + members + "}");
  }

  private static String arn(String tableName) {
    return TableFixture.CALLER.tableArn(tableName);
  }

  private static String tags(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(number -> "{'Key':'key-%d','Value':'v'}".formatted(number))
        .collect(Collectors.joining(",", "'Tags':[", "]"));
  }
}
