package dev.dynamoemulator.operation.item;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Evidence: items.md §2, §6, §7.3; expressions.md §2, §5.4, §6; legacy.md §1, §3, §4. */
class QueryMessagesTest {

  private static final String INVALID = "One or more parameter values were invalid: ";
  private static final String START_KEY = "The provided starting key is invalid";
  private static final String SCHEMA = "The provided key element does not match the schema";

  private static final BothWordings EMULATORS =
      BothWordings.with(
          items -> {
            items.create("hash", "pk:S", "GSI index gpk:S KEYS_ONLY");
            items.create(
                "tbl",
                "pk:S sk:S",
                "LSI local pk:S lsk:N KEYS_ONLY",
                "GSI some gpk:S lsk:N INCLUDE:note",
                "GSI whole gpk:S ALL");
            items.create("binary", "pk:B sk:B");
          });

  private static final String PARTITION =
      "'KeyConditionExpression':'pk = :p','ExpressionAttributeValues':{':p':{'S':'1'}}";
  private static final String INDEX_PARTITION =
      "'KeyConditionExpression':'gpk = :p','ExpressionAttributeValues':{':p':{'S':'1'}}";

  private static String key(String condition, String values) {
    return "'KeyConditionExpression':'"
        + condition
        + "','ExpressionAttributeValues':{"
        + values
        + "}";
  }

  private static String legacy(String... attributesAndConditions) {
    StringBuilder conditions = new StringBuilder();
    for (int i = 0; i < attributesAndConditions.length; i += 3) {
      conditions
          .append(i == 0 ? "" : ",")
          .append(
              "'%s':{'ComparisonOperator':'%s','AttributeValueList':[%s]}"
                  .formatted(
                      attributesAndConditions[i],
                      attributesAndConditions[i + 1],
                      attributesAndConditions[i + 2]));
    }
    return "'KeyConditions':{" + conditions + "}";
  }

  static Stream<Arguments> requestFaults() {
    String mixing =
        "Can not use both expression and non-expression parameters in the same request:"
            + " Non-expression parameters: ";
    return Stream.of(
        arguments(
            PARTITION + ",'KeyConditions':{}",
            mixing + "{KeyConditions} Expression parameters: {KeyConditionExpression}"),
        arguments(
            PARTITION
                + ",'KeyConditions':{},'ConditionalOperator':'OR','QueryFilter':{},"
                + "'AttributesToGet':['a'],'FilterExpression':'','ProjectionExpression':''",
            mixing
                + "{AttributesToGet, QueryFilter, ConditionalOperator, KeyConditions} Expression"
                + " parameters: {ProjectionExpression, FilterExpression, KeyConditionExpression}"),
        arguments(
            legacy("pk", "EQ", "{'S':'1'}") + ",'QueryFilter':{},'FilterExpression':'a = b'",
            mixing + "{QueryFilter} Expression parameters: {FilterExpression}"),
        arguments(
            PARTITION + ",'ConditionalOperator':'AND'",
            mixing + "{ConditionalOperator} Expression parameters: {KeyConditionExpression}"),
        arguments(
            legacy("pk", "EQ", "{'S':'1'}") + ",'ExpressionAttributeNames':{'#a':'a'}",
            "ExpressionAttributeNames can only be specified when using expressions"),
        arguments(
            legacy("pk", "EQ", "{'S':'1'}")
                + ",'ProjectionExpression':'a','ExpressionAttributeValues':{':a':{'S':'1'}}",
            "ExpressionAttributeValues can only be specified when using expressions:"
                + " FilterExpression and KeyConditionExpression are null"),
        arguments(
            legacy("pk", "EQ", "{'S':'1'}")
                + ",'QueryFilter':{'a':{'ComparisonOperator':'EQ','AttributeValueList':[]}}",
            INVALID + "Invalid number of argument(s) for the EQ ComparisonOperator"),
        arguments(
            legacy("pk", "EQ", "{'S':'1'}") + ",'ConditionalOperator':'AND'",
            "ConditionalOperator cannot be used without Filter or Expected"),
        arguments(
            legacy("pk", "EQ", "{'S':'1'}")
                + ",'ConditionalOperator':'AND','QueryFilter':{'a':{'ComparisonOperator':'NULL'}}",
            "ConditionalOperator can only be used when Filter or Expected has two or more"
                + " elements"),
        arguments(
            legacy("pk", "EQ", "{'S':'1'}") + ",'AttributesToGet':['a','a']",
            INVALID + "Duplicate value in attribute name: a"),
        arguments(
            "'TableName':'tbl'",
            "Either the KeyConditions or KeyConditionExpression parameter must be specified in the"
                + " request."),
        arguments(
            "'KeyConditionExpression':''",
            "Invalid KeyConditionExpression: The expression can not be empty;"),
        arguments(
            PARTITION + ",'FilterExpression':'a >'",
            "Invalid FilterExpression: Syntax error; token: \"<EOF>\", near: \">\""),
        arguments(
            key("pk = :p AND sk = :s AND lsk = :p", "':p':{'S':'1'},':s':{'S':'1'}"),
            "Conditions can be of length 1 or 2 only"),
        arguments(legacy(), "Conditions can be of length 1 or 2 only"),
        arguments(
            legacy("pk", "EQ", "{'S':'1'}", "a", "EQ", "{'S':'1'}", "b", "EQ", "{'S':'1'}"),
            "Conditions can be of length 1 or 2 only"),
        arguments(
            key("pk = :p OR sk = :p", "':p':{'S':'1'}"),
            "Invalid operator used in KeyConditionExpression: OR"),
        arguments(
            key("pk = :p AND pk = :p", "':p':{'S':'1'}"),
            "KeyConditionExpressions must only contain one condition per key"),
        arguments(
            legacy("pk", "EQ", "{'S':'1'},{'S':'2'}"),
            INVALID + "Invalid number of argument(s) for the EQ ComparisonOperator"),
        arguments(
            legacy("pk", "EQ", "{'S':'1'}", "sk", "BETWEEN", "{'S':'b'},{'S':'a'}"),
            "The BETWEEN condition was provided a range where the lower bound is greater than the"
                + " upper bound"),
        arguments(
            legacy("pk", "EQ", "{'BOOL':true}", "sk", "LT", "{'BOOL':true}"),
            INVALID + "ComparisonOperator LT is not valid for BOOL AttributeValue type"));
  }

  static Stream<Arguments> selectFaults() {
    String projection = "Cannot specify the ProjectionExpression when choosing to get ";
    String attributes = "Cannot specify the AttributesToGet when choosing to get ";
    String expression = PARTITION + ",'ProjectionExpression':'a','Select':";
    String legacy = legacy("pk", "EQ", "{'S':'1'}") + ",'AttributesToGet':['a'],'Select':";
    return Stream.of(
        arguments(expression + "'ALL_ATTRIBUTES'", projection + "ALL_ATTRIBUTES"),
        arguments(expression + "'COUNT'", projection + "only the Count"),
        arguments(
            expression + "'ALL_PROJECTED_ATTRIBUTES'", projection + "ALL_PROJECTED_ATTRIBUTES"),
        arguments(legacy + "'ALL_ATTRIBUTES'", attributes + "ALL_ATTRIBUTES"),
        arguments(legacy + "'COUNT'", attributes + "only the Count"),
        arguments(legacy + "'ALL_PROJECTED_ATTRIBUTES'", attributes + "ALL_PROJECTED_ATTRIBUTES"),
        arguments(
            PARTITION + ",'Select':'ALL_PROJECTED_ATTRIBUTES'",
            "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName"),
        arguments(
            PARTITION + ",'Select':'SPECIFIC_ATTRIBUTES'",
            "1 validation error detected: Must specify the AttributesToGet or ProjectionExpression"
                + " when choosing to get SPECIFIC_ATTRIBUTES"),
        arguments(
            "'IndexName':'some','Select':'ALL_ATTRIBUTES'," + INDEX_PARTITION,
            INVALID
                + "Select type ALL_ATTRIBUTES is not supported for global secondary index some"
                + " because its projection type is not ALL"),
        arguments(
            "'IndexName':'some','ProjectionExpression':'pk, note, v'," + INDEX_PARTITION,
            INVALID + "Global secondary index some does not project [v]"),
        // As DynamoDB Local words it, for both kinds of index; a Scan is not refused.
        arguments(
            INDEX_PARTITION
                + ",'IndexName':'some','FilterExpression':'v = :p AND note = :p OR w.x = :p'",
            INVALID
                + "Secondary index some does not project one or more filter attributes: [v, w]"),
        arguments(
            PARTITION + ",'IndexName':'local','FilterExpression':'attribute_exists(v)'",
            INVALID + "Secondary index local does not project one or more filter attributes: [v]"));
  }

  static Stream<Arguments> tableFaults() {
    String nested =
        "Key attributes must be scalars; list random access '[]' and map lookup '.' are not"
            + " allowed: ";
    String filter =
        "Filter Expression can only contain non-primary key attributes: Primary key attribute: ";
    return Stream.of(
        arguments(
            PARTITION + ",'IndexName':'absent'",
            "The table does not have the specified index: absent"),
        arguments(
            "'IndexName':'whole','ConsistentRead':true," + INDEX_PARTITION,
            "Consistent reads are not supported on global secondary indexes"),
        arguments(key("a = :p", "':p':{'S':'1'}"), "Query condition missed key schema element: pk"),
        arguments(
            key("sk = :p", "':p':{'S':'1'}"), "Query condition missed key schema element: pk"),
        arguments(
            key("pk = :p AND a = :p", "':p':{'S':'1'}"),
            "Query condition missed key schema element: sk"),
        arguments(
            legacy("pk", "EQ", "{'S':'1'}", "a", "EQ", "{'S':'1'}"),
            "Query condition missed key schema element: sk"),
        arguments(
            "'IndexName':'whole'," + key("gpk = :p AND a = :p AND b = :p", "':p':{'S':'1'}"),
            "Conditions can be of length 1 or 2 only"),
        arguments(
            "'IndexName':'whole'," + key("gpk = :p AND a = :p", "':p':{'S':'1'}"),
            "Query key condition not supported"),
        arguments(key("pk > :p", "':p':{'S':'1'}"), "Query key condition not supported"),
        arguments(
            key("begins_with(pk, :p)", "':p':{'S':'1'}"), "Query key condition not supported"),
        arguments(legacy("pk", "LT", "{'S':'1'}"), "Query key condition not supported"),
        arguments(
            legacy("pk", "NE", "{'S':'1'}"),
            "Attempted conditional constraint is not an indexable operation"),
        arguments(
            "'KeyConditions':{'pk':{'ComparisonOperator':'EQ','AttributeValueList':[{'S':'1'}]},"
                + "'sk':{'ComparisonOperator':'NOT_NULL'}}",
            "Attempted conditional constraint is not an indexable operation"),
        arguments(
            legacy("pk", "EQ", "{'S':'1'}", "sk", "CONTAINS", "{'S':'1'}"),
            "Attempted conditional constraint is not an indexable operation"),
        arguments(
            key("pk = :p", "':p':{'N':'1'}"),
            INVALID + "Condition parameter type does not match schema type"),
        arguments(
            key("pk = :p AND sk > :s", "':p':{'S':'1'},':s':{'N':'1'}"),
            INVALID + "Condition parameter type does not match schema type"),
        arguments(
            legacy("pk", "EQ", "{'S':'1'}", "sk", "GT", "{'B':'AQ=='}"),
            INVALID + "Condition parameter type does not match schema type"),
        arguments(
            key("pk = :p", "':p':{'S':''}"),
            "One or more parameter values are not valid. The AttributeValue for a key attribute"
                + " cannot contain an empty string value. Key: pk"),
        // As DynamoDB Local words it.
        arguments(
            "'IndexName':'whole'," + key("gpk = :p", "':p':{'S':''}"),
            "One or more parameter values are not valid. A value specified for a secondary index"
                + " key is not supported. The AttributeValue for a key attribute cannot contain an"
                + " empty string value. IndexName: whole, IndexKey: gpk"),
        arguments(
            key("pk = :p", "':p':" + Values.string(2049)),
            INVALID + "Size of hashkey has exceeded the maximum size limit of2048 bytes"),
        arguments(
            key("pk = :p AND sk > :s", "':p':{'S':'1'},':s':" + Values.string(1025)),
            INVALID
                + "Aggregated size of all range keys has exceeded the size limit of 1024 bytes"),
        arguments(PARTITION + ",'ProjectionExpression':'pk.a'", nested + "Key: pk"),
        arguments(PARTITION + ",'ProjectionExpression':'lsk[0]'", nested + "IndexKey: lsk"),
        arguments(PARTITION + ",'FilterExpression':'pk = :p'", filter + "pk"),
        arguments(PARTITION + ",'FilterExpression':'a = :p OR sk = :p'", filter + "sk"),
        arguments(PARTITION + ",'FilterExpression':'attribute_exists(sk.a)'", filter + "sk"),
        arguments(
            "'IndexName':'local','FilterExpression':'attribute_exists(lsk)'," + PARTITION,
            filter + "lsk"),
        arguments(
            PARTITION + ",'FilterExpression':'attribute_exists(lsk.a)'", nested + "IndexKey: lsk"),
        arguments(
            legacy("pk", "EQ", "{'S':'1'}")
                + ",'QueryFilter':{'sk':{'ComparisonOperator':'NOT_NULL'}}",
            "QueryFilter can only contain non-primary key attributes: Primary key attribute: sk"));
  }

  static Stream<Arguments> startKeyFaults() {
    String keys = "'pk':{'S':'1'},'sk':{'S':'a'}";
    String sorted = key("pk = :p AND sk > :s", "':p':{'S':'1'},':s':{'S':'m'}");
    String local = "'IndexName':'local'," + PARTITION;
    return Stream.of(
        arguments(
            PARTITION + start("'pk':{}"),
            START_KEY
                + ": Supplied AttributeValue is empty,"
                + " must contain exactly one of the supported datatypes"),
        arguments(
            PARTITION + start("'pk':{'NULL':false}"),
            START_KEY + ": " + INVALID + "Null attribute value types must have the value of true"),
        arguments(
            PARTITION + start("'pk':{'SS':[]}"),
            START_KEY + ": " + INVALID + "An string set  may not be empty"),
        arguments(
            PARTITION + start("'pk':{'BS':[]}"),
            START_KEY + ": " + INVALID + "Binary sets should not be empty"),
        arguments(
            PARTITION + start("'pk':{'S':'a','N':'1'}"),
            START_KEY
                + ": Supplied AttributeValue has more than one datatypes set, must contain exactly"
                + " one of the supported datatypes"),
        arguments(
            PARTITION + start("'pk':{'N':'x'}"),
            "The parameter cannot be converted to a numeric value: x"),
        arguments(PARTITION + start("'pk':{'NS':[]}"), INVALID + "An number set  may not be empty"),
        arguments(
            PARTITION + start("'pk':{'NS':['1','1']}"), "Input collection contains duplicates"),
        arguments(PARTITION + start(""), START_KEY),
        arguments(PARTITION + start("'pk':{'S':'1'}"), START_KEY),
        arguments(PARTITION + start(keys + ",'x':{'S':'1'}"), START_KEY),
        arguments(PARTITION + start("'pk':{'S':'1'},'x':{'S':'1'}"), START_KEY),
        arguments(PARTITION + start("'pk':{'N':'1'},'sk':{'S':'a'}"), SCHEMA),
        arguments(PARTITION + start("'pk':{'S':'1'},'sk':{'N':'1'}"), SCHEMA),
        // As DynamoDB Local words it.
        arguments(
            PARTITION + start("'pk':{'S':'1'},'sk':{'S':''}"),
            START_KEY
                + ": "
                + "One or more parameter values are not valid. The AttributeValue for a key attribute"
                + " cannot contain an empty string value. Key: sk"),
        arguments(
            local + start("'pk':{'S':''},'sk':{'S':'a'},'lsk':{'N':'1'}"),
            START_KEY
                + ": "
                + "One or more parameter values are not valid. The AttributeValue for a key attribute"
                + " cannot contain an empty string value. Key: pk"),
        // As dynalite has it: bare for what is read, wrapped for the table's key beside an index's.
        arguments(
            PARTITION + start("'pk':{'S':'" + "p".repeat(2049) + "'},'sk':{'S':'a'}"),
            INVALID + "Size of hashkey has exceeded the maximum size limit of2048 bytes"),
        arguments(
            PARTITION + start("'pk':{'S':'1'},'sk':{'S':'" + "s".repeat(1025) + "'}"),
            INVALID
                + "Aggregated size of all range keys has exceeded the size limit of 1024 bytes"),
        arguments(
            local + start("'pk':{'S':'1'},'sk':{'S':'" + "s".repeat(1025) + "'},'lsk':{'N':'1'}"),
            START_KEY
                + ": "
                + INVALID
                + "Aggregated size of all range keys has exceeded the size limit of 1024 bytes"),
        arguments(local + start(keys), START_KEY),
        arguments(local + start(keys + ",'lsk':{'S':'1'}"), SCHEMA),
        arguments(
            local + start("'pk':{'S':'1'},'sk':{'N':'1'},'lsk':{'N':'1'}"),
            START_KEY + ": " + SCHEMA),
        arguments(
            local + start("'pk':{'S':'1'},'x':{'N':'1'},'lsk':{'N':'1'}"),
            START_KEY + ": " + SCHEMA),
        arguments(
            PARTITION + start("'pk':{'S':'2'},'sk':{'S':'a'}"),
            "The provided starting key is outside query boundaries based on provided conditions"),
        arguments(
            sorted + start(keys),
            "The provided starting key does not match the range key predicate"),
        arguments(
            sorted + start("'pk':{'S':'2'},'sk':{'S':'a'}"),
            "The provided starting key does not match the range key predicate"),
        arguments(
            sorted + start("'pk':{'S':'2'},'sk':{'S':'z'}"),
            "The query can return at most one row and cannot be restarted"));
  }

  private static String start(String key) {
    return ",'ExclusiveStartKey':{" + key + "}";
  }

  @ParameterizedTest
  @MethodSource({"requestFaults", "selectFaults", "tableFaults", "startKeyFaults"})
  void namesWhatIsWrong(String members, String text) {
    String table = members.startsWith("'TableName'") ? "" : "'TableName':'tbl',";
    EMULATORS.assertFault("Query", "{" + table + members + "}", text);
  }

  @ParameterizedTest
  @MethodSource("deepValues")
  void judgesDeepExpressionValuesByGeneration(String members) {
    EMULATORS.assertFaults(
        "Query",
        "{'TableName':'none'," + members + "}",
        "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels"
            + " beyond supported limit",
        "ResourceNotFoundException: Requested resource not found");
  }

  static Stream<Arguments> deepValues() {
    return Stream.of(
        arguments(
            "'FilterExpression':'a = :d',"
                + key("pk = :p", "':p':{'S':'1'},':d':" + Values.nested(33))));
  }
}
