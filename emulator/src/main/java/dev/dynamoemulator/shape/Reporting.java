package dev.dynamoemulator.shape;

import dev.dynamoemulator.shape.Shape.Bounds;
import dev.dynamoemulator.shape.Shape.Listing;
import dev.dynamoemulator.shape.Shape.Mapping;
import dev.dynamoemulator.shape.Shape.Member;
import dev.dynamoemulator.shape.Shape.Structure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the service's reports differ from the published model: the order of members and of enum
 * values, and the constraints of single members. What is not listed follows the model. Faults that
 * are reported alone are in {@link SoleFaults}.
 */
final class Reporting {

  /** By shape: enum values as rendered (protocol.md §6.3, tables.md §1.8, streams.md §6.4). */
  private static final Map<String, String> ENUM_ORDER =
      Map.of(
          "ReturnValue", "ALL_NEW UPDATED_OLD ALL_OLD NONE UPDATED_NEW",
          "Select", "SPECIFIC_ATTRIBUTES COUNT ALL_ATTRIBUTES ALL_PROJECTED_ATTRIBUTES",
          "ConditionalOperator", "OR AND",
          "ComparisonOperator",
              "IN NULL BETWEEN LT NOT_CONTAINS EQ GT NOT_NULL NE LE BEGINS_WITH GE CONTAINS",
          "ScalarAttributeType", "B N S",
          "ProjectionType", "ALL INCLUDE KEYS_ONLY",
          "ApproximateCreationDateTimePrecision", "MICROSECOND MILLISECOND",
          "ShardIteratorType", "AFTER_SEQUENCE_NUMBER LATEST AT_SEQUENCE_NUMBER TRIM_HORIZON");

  /**
   * By structure: the members that are reported first. The service promises no order (protocol.md
   * §6.1); these are the observed ones. Everywhere {@code ReturnConsumedCapacity} precedes them.
   */
  private static final Map<String, String> MEMBER_ORDER =
      Map.of(
          // tables.md §3.2
          "CreateTableInput",
          "AttributeDefinitions TableName BillingMode ProvisionedThroughput KeySchema"
              + " LocalSecondaryIndexes GlobalSecondaryIndexes",
          // tables.md §3.2: "Write units precede read units"
          "ProvisionedThroughput",
          "WriteCapacityUnits ReadCapacityUnits",
          // tables.md §6.1
          "UpdateTableInput",
          "TableName ProvisionedThroughput BillingMode GlobalSecondaryIndexUpdates",
          "CreateGlobalSecondaryIndexAction",
          "IndexName ProvisionedThroughput Projection KeySchema",
          // protocol.md §6.6 names them in this order
          "PutItemInput",
          "TableName Item ReturnItemCollectionMetrics ReturnValues");

  /** Members that may be missing although the model requires them. */
  private static final Set<String> OPTIONAL =
      Set.of(
          // SoleFaults reports a missing name of these (tables.md §3.2, §6.1).
          "CreateTableInput.TableName",
          "UpdateTableInput.TableName",
          "DeleteTableInput.TableName",
          "DescribeTableInput.TableName",
          "DescribeTimeToLiveInput.TableName",
          "UpdateTimeToLiveInput.TableName",
          // The operations report a missing or odd ARN in words of their own, then the list
          // (tables.md §10).
          "TagResourceInput.ResourceArn",
          "TagResourceInput.Tags",
          "UntagResourceInput.ResourceArn",
          "UntagResourceInput.TagKeys",
          "ListTagsOfResourceInput.ResourceArn");

  /** Members that are required unless another is present (tables.md §3.1). */
  private static final Map<String, String> SUBSTITUTES =
      Map.of(
          "CreateTableInput.AttributeDefinitions", "GlobalTableSourceArn",
          "CreateTableInput.KeySchema", "GlobalTableSourceArn");

  private static final Bounds TABLE_KEY = new Bounds(1, 2);

  /** Four partition and four sort key attributes (tables.md §4). */
  private static final Bounds GLOBAL_INDEX_KEY = new Bounds(1, 8);

  private static final Bounds AT_LEAST_ONE = new Bounds(1, Long.MAX_VALUE);

  private Reporting() {}

  static List<String> enumOrder(Shape.Text enumeration) {
    String order = ENUM_ORDER.get(enumeration.name());
    return order == null ? enumeration.values() : List.of(order.split(" "));
  }

  /** The names of all members in the order in which their failures are reported. */
  static Iterable<String> order(Structure structure) {
    Set<String> order = new LinkedHashSet<>();
    if (structure.indexOf("ReturnConsumedCapacity") >= 0) {
      order.add("ReturnConsumedCapacity");
    }
    if (MEMBER_ORDER.containsKey(structure.name())) {
      order.addAll(List.of(MEMBER_ORDER.get(structure.name()).split(" ")));
    }
    structure.members().forEach(member -> order.add(member.name()));
    return new ArrayList<>(order);
  }

  static boolean isRequired(Structure structure, Member member) {
    String place = structure.name() + "." + member.name();
    return SUBSTITUTES.containsKey(place) || member.required() && !OPTIONAL.contains(place);
  }

  /** The name of the member whose presence makes a required one optional; null for none. */
  static String substitute(Structure structure, Member member) {
    return SUBSTITUTES.get(structure.name() + "." + member.name());
  }

  /** What a member must satisfy when it is present. */
  static Rule rule(Structure structure, Member member) {
    Shape shape = member.shape();
    return switch (structure.name() + "." + member.name()) {
      // The length is reported alone (tables.md §3.2).
      case "CreateTableInput.TableName" -> ResourceName::checkNewTablePattern;
      // The model gives key schemas no maximum; only a global index may have more than two (§4).
      case "CreateTableInput.KeySchema",
          "TableCreationParameters.KeySchema",
          "LocalSecondaryIndex.KeySchema" ->
          Rule.list((Listing) shape, TABLE_KEY);
      case "GlobalSecondaryIndex.KeySchema", "CreateGlobalSecondaryIndexAction.KeySchema" ->
          Rule.list((Listing) shape, GLOBAL_INDEX_KEY);
      case "BatchGetItemInput.RequestItems", "BatchWriteItemInput.RequestItems" ->
          new RequestItemsRule((Mapping) shape);
      // Too many keys and too low a limit are reported alone (protocol.md §6.5).
      case "KeysAndAttributes.Keys" -> Rule.list((Listing) shape, AT_LEAST_ONE);
      case "QueryInput.Limit" -> Rule.NONE;
      case "TagResourceInput.ResourceArn",
          "UntagResourceInput.ResourceArn",
          "ListTagsOfResourceInput.ResourceArn" ->
          Rule.NONE;
      default -> isTableReference(member) ? ResourceName::checkReference : Rule.of(shape);
    };
  }

  /** What a string must satisfy wherever it stands. */
  static Rule rule(Shape.Text text) {
    if (text.name().equals("AttributeName")) {
      // The parameters that hold attribute names report their faults (data-model.md §3).
      return Rule.NONE;
    }
    return text.values().isEmpty()
        ? TextRule.of(text.length(), text.pattern())
        : TextRule.oneOf(enumOrder(text));
  }

  /**
   * The model has 1 to 1024 characters for names and ARNs alike; the service treats a name that is
   * no ARN as a name (protocol.md §6.4).
   */
  static boolean isTableReference(Member member) {
    return member.name().equals("TableName") && member.shape().name().equals("TableArn");
  }
}
