package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.operation.item.VectorTableText.vector;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts by vector-search.md §4.4; what is marked as inferred has no evidence of its own. */
class SearchVectorsMessagesTest {

  private static final ItemsFixture ITEMS = ItemsFixture.newer();
  private static final String INVALID_VECTOR =
      "Search vector contains invalid values. All values in the search vector must be a 32-bit"
          + " floating-point number attribute";
  private static final String INVALID_CONDITION = "Invalid SearchConditionExpression: ";
  private static final String INVALID_COMPARATOR =
      INVALID_CONDITION + "Invalid comparator used in SearchConditionExpression";
  private static final String NO_HASH =
      "SearchConditionExpression must be provided when SearchSchema has a HASH key";

  static {
    ITEMS.call(
        "CreateTable",
        VectorTableText.createTable(
            "docs",
            "plain embedding 3 COSINE ALL",
            "schema embedding 3 COSINE ALL HASH:tenant:S INLINE_FILTER:kind:N"));
    ITEMS.addIndex("docs", "GSI global gpk:S ALL");
  }

  @Test
  void namesWhatIsNotThere() {
    assertThat(fault("'TableName':'none'"))
        .isEqualTo("ResourceNotFoundException: Requested resource not found");
    assertThat(fault("'IndexName':'absent'"))
        .isEqualTo("The table does not have the specified index: absent");
    // Inferred from Scan with a vector index.
    assertThat(fault("'IndexName':'global'"))
        .isEqualTo("SearchVectors operation not supported on this index type");
  }

  @ParameterizedTest
  @CsvSource({"101", "2147483647"})
  void boundsTopK(String topK) {
    assertThat(fault("'TopK':" + topK))
        .isEqualTo(
            "Provided TopK value '"
                + topK
                + "' is out of valid range. The value must be between 1 and 100 inclusive");
  }

  @Test
  void theModelBoundsTopKBelow() {
    BothWordings.with(items -> {})
        .assertFault(
            "SearchVectors",
            request("'TopK':0"),
            "1 validation error detected: Value '0' at 'topK' failed to satisfy constraint: Member"
                + " must have value greater than or equal to 1");
  }

  @ParameterizedTest
  @MethodSource
  void checksTheVector(String vector, String message) {
    assertThat(fault("'SearchVector':" + vector)).isEqualTo(message);
  }

  static Stream<Arguments> checksTheVector() {
    return Stream.of(
        arguments(
            vector("1 2"),
            "Input search vector dimension 2 does not match vector index dimension 3"),
        arguments(
            vector("1 2 3 4"),
            "Input search vector dimension 4 does not match vector index dimension 3"),
        arguments("[{'L':" + vector("1 2 3") + "}]", INVALID_VECTOR),
        arguments("[{'N':'1'},{'S':'2'},{'N':'3'}]", INVALID_VECTOR),
        arguments(vector("1 2 3.5e38"), INVALID_VECTOR),
        arguments(vector("1 2 x"), "The parameter cannot be converted to a numeric value: x"));
  }

  @ParameterizedTest
  @MethodSource
  void checksTheCondition(String condition, String message) {
    String names = condition.contains("#") ? ",'ExpressionAttributeNames':{'#k':'kind'}" : "";
    String number = condition.contains(":n") ? ",':n':{'N':'1'}" : "";

    assertThat(
            fault(
                "'IndexName':'schema','SearchConditionExpression':'"
                    + condition
                    + "','ExpressionAttributeValues':{':t':{'S':'a'}"
                    + number
                    + "}"
                    + names))
        .isEqualTo(message);
  }

  static Stream<Arguments> checksTheCondition() {
    return Stream.of(
        arguments("tenant < :t", INVALID_COMPARATOR),
        arguments("tenant <> :t", INVALID_COMPARATOR),
        arguments("tenant = :t AND #k >= :n", INVALID_COMPARATOR),
        // Inferred: whatever else is no equality.
        arguments("tenant = :t AND #k BETWEEN :n AND :n", INVALID_COMPARATOR),
        arguments("tenant = :t OR #k = :n", INVALID_COMPARATOR),
        arguments("NOT tenant = :t", INVALID_COMPARATOR),
        arguments("begins_with(tenant, :t)", INVALID_COMPARATOR),
        arguments(
            "tenant = :t AND label = :t",
            "SearchConditionExpression must not contain any attributes that is not in"
                + " SearchSchema. Invalid attribute: label"),
        // Inferred.
        arguments(
            "#k = :n AND #k = :t",
            INVALID_CONDITION
                + "SearchConditionExpressions must only contain one condition per attribute"),
        arguments(
            "tenant.a = :t",
            INVALID_CONDITION
                + "SearchConditionExpressions cannot have conditions on nested attributes"),
        arguments(
            "size(tenant) = :t",
            INVALID_CONDITION + "SearchConditionExpressions cannot contain nested operations"),
        arguments("tenant = #k OR :t = :n", INVALID_COMPARATOR),
        arguments(
            "#k = :t AND tenant = :t",
            "One or more parameter values were invalid: "
                + "Condition parameter type does not match schema type"),
        arguments(
            "tenant :t", INVALID_CONDITION + "Syntax error; token: \":t\", near: \"tenant :t\""));
  }

  @Test
  void aPartitionedIndexNeedsItsHashAttribute() {
    assertThat(fault("'IndexName':'schema'")).isEqualTo(NO_HASH);
    // Inferred.
    assertThat(
            fault(
                "'IndexName':'schema','SearchConditionExpression':'kind = :n',"
                    + "'ExpressionAttributeValues':{':n':{'N':'1'}}"))
        .isEqualTo(NO_HASH);
  }

  @Test
  void anIndexWithoutSchemaTakesNoCondition() {
    assertThat(
            fault(
                "'SearchConditionExpression':'tenant = :t',"
                    + "'ExpressionAttributeValues':{':t':{'S':'a'}}"))
        .isEqualTo(
            "SearchConditionExpression must not contain any attributes that is not in"
                + " SearchSchema. Invalid attribute: tenant");
  }

  @Test
  void checksNamesAndValues() {
    assertThat(fault("'ExpressionAttributeNames':{'#a':'a'}"))
        .isEqualTo("ExpressionAttributeNames can only be specified when using expressions");
    assertThat(fault("'ExpressionAttributeValues':{':a':{'S':'a'}}"))
        .isEqualTo(
            "ExpressionAttributeValues can only be specified when using expressions:"
                + " SearchConditionExpression is null");
    assertThat(fault("'ProjectionExpression':'pk','ExpressionAttributeNames':{'#a':'a'}"))
        .isEqualTo("Value provided in ExpressionAttributeNames unused in expressions: keys: {#a}");
  }

  /** Seen of Scan; the others are inferred. */
  @Test
  void otherOperationsDoNotReadVectorIndexes() {
    assertThat(ITEMS.fault("Scan", "{'TableName':'docs','IndexName':'plain'}"))
        .isEqualTo("Scan operation not supported on this index type");
    assertThat(
            ITEMS.fault(
                "Query",
                "{'TableName':'docs','IndexName':'plain','KeyConditionExpression':'pk = :a',"
                    + "'ExpressionAttributeValues':{':a':{'S':'a'}}}"))
        .isEqualTo("Query operation not supported on this index type");
    assertThat(
            ITEMS.fault(
                "ExecuteStatement",
                "{'Statement':'SELECT * FROM \\'docs\\'.\\'plain\\''}".replace("\\'", "\\\"")))
        .isEqualTo("Scan operation not supported on this index type");
  }

  private static String fault(String members) {
    return ITEMS.fault("SearchVectors", request(members));
  }

  /** A sound request with the members put in the place of its own. */
  private static String request(String members) {
    String request = "";
    for (String member :
        new String[] {
          "'TableName':'docs'",
          "'IndexName':'plain'",
          "'TopK':5",
          "'SearchVector':" + vector("1 0 0")
        }) {
      String name = member.substring(0, member.indexOf(':') + 1);
      request += members.contains(name) ? "" : member + ",";
    }
    return "{" + request + members + "}";
  }
}
