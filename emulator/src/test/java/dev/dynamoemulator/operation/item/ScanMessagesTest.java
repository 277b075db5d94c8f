package dev.dynamoemulator.operation.item;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Evidence: items.md §2, §6, §7.3, §8; expressions.md §2, §5.4; legacy.md §1, §3. */
class ScanMessagesTest {

  private static final String INVALID = "One or more parameter values were invalid: ";
  private static final String START_KEY = "The provided starting key is invalid";
  private static final String SCHEMA = "The provided key element does not match the schema";

  private static final BothWordings EMULATORS =
      BothWordings.with(
          items ->
              items.create(
                  "tbl",
                  "pk:S sk:S",
                  "LSI local pk:S lsk:N KEYS_ONLY",
                  "GSI some gpk:S INCLUDE:note"));

  static Stream<Arguments> requestFaults() {
    String mixing =
        "Can not use both expression and non-expression parameters in the same request:"
            + " Non-expression parameters: ";
    String filter = "'ScanFilter':{'a':{'ComparisonOperator':";
    return Stream.of(
        arguments(
            "'ConditionalOperator':'OR','ScanFilter':{},'AttributesToGet':['a'],"
                + "'FilterExpression':'','ProjectionExpression':''",
            mixing
                + "{AttributesToGet, ScanFilter, ConditionalOperator} Expression parameters:"
                + " {ProjectionExpression, FilterExpression}"),
        arguments(
            "'AttributesToGet':['a'],'FilterExpression':'a = b'",
            mixing + "{AttributesToGet} Expression parameters: {FilterExpression}"),
        arguments(
            "'ExpressionAttributeNames':{'#a':'a'},'ScanFilter':{}",
            "ExpressionAttributeNames can only be specified when using expressions"),
        arguments(
            "'ExpressionAttributeValues':{':a':{'S':'1'}},'ProjectionExpression':'a'",
            "ExpressionAttributeValues can only be specified when using expressions:"
                + " FilterExpression is null"),
        arguments(
            "'AttributesToGet':['a','b','a']", INVALID + "Duplicate value in attribute name: a"),
        arguments(
            filter + "'EQ','AttributeValueList':[{'SS':[]}]}}",
            INVALID + "An string set  may not be empty"),
        arguments(
            filter + "'NULL','AttributeValueList':[{'S':'x'}]}}",
            INVALID + "Invalid number of argument(s) for the NULL ComparisonOperator"),
        arguments(
            filter + "'IN','AttributeValueList':[{'S':'x'},{'N':'1'}]}}",
            INVALID + "AttributeValues inside AttributeValueList must be of same type"),
        arguments(
            filter + "'BEGINS_WITH','AttributeValueList':[{'N':'1'}]}}",
            INVALID + "ComparisonOperator BEGINS_WITH is not valid for N AttributeValue type"),
        arguments(
            filter + "'BETWEEN','AttributeValueList':[{'N':'2'},{'N':'1'}]}}",
            "The BETWEEN condition was provided a range where the lower bound is greater than the"
                + " upper bound"),
        arguments(
            "'ConditionalOperator':'AND'",
            "ConditionalOperator cannot be used without Filter or Expected"),
        arguments(
            "'ConditionalOperator':'AND','ScanFilter':{}",
            "ConditionalOperator cannot be used without Filter or Expected"),
        arguments(
            filter + "'NULL'}},'ConditionalOperator':'OR'",
            "ConditionalOperator can only be used when Filter or Expected has two or more"
                + " elements"),
        arguments(
            "'FilterExpression':'a = :a'",
            "Invalid FilterExpression: An expression attribute value used in expression is not"
                + " defined; attribute value: :a"),
        arguments(
            "'ProjectionExpression':''",
            "Invalid ProjectionExpression: The expression can not be empty;"),
        arguments(
            "'Segment':0",
            "The TotalSegments parameter is required but was not present in the request when"
                + " Segment parameter is present"),
        arguments(
            "'TotalSegments':1",
            "The Segment parameter is required but was not present in the request when parameter"
                + " TotalSegments is present"),
        arguments(
            "'Segment':5,'TotalSegments':5",
            "The Segment parameter is zero-based and must be less than parameter TotalSegments:"
                + " Segment: 5 is not less than TotalSegments: 5"),
        arguments(
            "'Segment':-1,'TotalSegments':1",
            "1 validation error detected: Value '-1' at 'segment' failed to satisfy constraint:"
                + " Member must have value greater than or equal to 0"),
        arguments(
            "'Segment':0,'TotalSegments':0",
            "1 validation error detected: Value '0' at 'totalSegments' failed to satisfy"
                + " constraint: Member must have value greater than or equal to 1"),
        arguments(
            "'Segment':0,'TotalSegments':1000001",
            "1 validation error detected: Value '1000001' at 'totalSegments' failed to satisfy"
                + " constraint: Member must have value less than or equal to 1000000"),
        arguments(
            "'Limit':0",
            "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member"
                + " must have value greater than or equal to 1"));
  }

  static Stream<Arguments> selectFaults() {
    return Stream.of(
        arguments(
            "'ProjectionExpression':'a','Select':'ALL_ATTRIBUTES'",
            "Cannot specify the ProjectionExpression when choosing to get ALL_ATTRIBUTES"),
        arguments(
            "'AttributesToGet':['a'],'Select':'COUNT'",
            "Cannot specify the AttributesToGet when choosing to get only the Count"),
        arguments(
            "'ProjectionExpression':'a','Select':'ALL_PROJECTED_ATTRIBUTES'",
            "Cannot specify the ProjectionExpression when choosing to get"
                + " ALL_PROJECTED_ATTRIBUTES"),
        arguments(
            "'Select':'ALL_PROJECTED_ATTRIBUTES'",
            "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName"),
        arguments(
            "'Select':'SPECIFIC_ATTRIBUTES'",
            "Must specify the AttributesToGet or ProjectionExpression when choosing to get"
                + " SPECIFIC_ATTRIBUTES"),
        arguments(
            "'IndexName':'some','Select':'ALL_ATTRIBUTES'",
            INVALID
                + "Select type ALL_ATTRIBUTES is not supported for global secondary index some"
                + " because its projection type is not ALL"),
        arguments(
            "'IndexName':'some','AttributesToGet':['gpk','v']",
            INVALID + "Global secondary index some does not project [v]"));
  }

  static Stream<Arguments> tableFaults() {
    String nested =
        "Key attributes must be scalars; list random access '[]' and map lookup '.' are not"
            + " allowed: ";
    return Stream.of(
        arguments("'IndexName':'absent'", "The table does not have the specified index: absent"),
        arguments(
            "'IndexName':'some','ConsistentRead':true",
            "Consistent reads are not supported on global secondary indexes"),
        arguments("'ProjectionExpression':'sk[0]'", nested + "Key: sk"),
        arguments("'FilterExpression':'attribute_exists(lsk.a)'", nested + "IndexKey: lsk"));
  }

  static Stream<Arguments> startKeyFaults() {
    String keys = "'pk':{'S':'1'},'sk':{'S':'a'}";
    String some = "'IndexName':'some',";
    // The hash of 2 begins with few bits, see ScanTest for the order.
    String first = "'pk':{'S':'2'},'sk':{'S':'a'}";
    return Stream.of(
        arguments(
            start("'pk':{}"),
            START_KEY
                + ": Supplied AttributeValue is empty, must contain exactly one of the supported"
                + " datatypes"),
        arguments(start("'pk':{'N':''}"), "The parameter cannot be converted to a numeric value"),
        arguments(start(""), START_KEY + ": " + SCHEMA),
        arguments(start("'pk':{'S':'1'}"), START_KEY + ": " + SCHEMA),
        arguments(start("'pk':{'S':'1'},'x':{'S':'a'}"), START_KEY + ": " + SCHEMA),
        arguments(start("'pk':{'S':'1'},'sk':{'N':'1'}"), START_KEY + ": " + SCHEMA),
        // As DynamoDB Local words it.
        arguments(
            start("'pk':{'S':'1'},'sk':{'S':''}"),
            START_KEY
                + ": "
                + "One or more parameter values are not valid. The AttributeValue for a key attribute"
                + " cannot contain an empty string value. Key: sk"),
        // As dynalite has it.
        arguments(
            start("'pk':{'S':'" + "p".repeat(2049) + "'},'sk':{'S':'a'}"),
            START_KEY
                + ": "
                + INVALID
                + "Size of hashkey has exceeded the maximum size limit of2048 bytes"),
        arguments(
            some + start(keys + ",'gpk':{'S':'" + "g".repeat(2049) + "'}"),
            INVALID + "Size of hashkey has exceeded the maximum size limit of2048 bytes"),
        arguments(
            some + start(keys + ",'gpk':{'S':''}"),
            START_KEY
                + ": "
                + "One or more parameter values are not valid. A value specified for a secondary index"
                + " key is not supported. The AttributeValue for a key attribute cannot contain an"
                + " empty string value. IndexName: some, IndexKey: gpk"),
        arguments(some + start(keys), START_KEY),
        arguments(some + start(keys + ",'x':{'S':'1'}"), START_KEY),
        arguments(some + start(keys + ",'gpk':{'N':'1'}"), SCHEMA),
        arguments(
            some + start("'pk':{'N':'1'},'sk':{'S':'a'},'gpk':{'S':'1'}"),
            START_KEY + ": " + SCHEMA),
        arguments(
            some + start("'x':{'S':'1'},'sk':{'S':'a'},'gpk':{'S':'1'}"),
            START_KEY + ": " + SCHEMA),
        arguments(
            "'Segment':1,'TotalSegments':2," + start(first),
            START_KEY
                + ": Invalid ExclusiveStartKey. Please use ExclusiveStartKey with correct Segment."
                + " TotalSegments: 2 Segment: 1"));
  }

  private static String start(String key) {
    return "'ExclusiveStartKey':{" + key + "}";
  }

  @ParameterizedTest
  @MethodSource({"requestFaults", "selectFaults", "tableFaults", "startKeyFaults"})
  void namesWhatIsWrong(String members, String text) {
    EMULATORS.assertFault("Scan", "{'TableName':'tbl'," + members + "}", text);
  }
}
