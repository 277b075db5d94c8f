package dev.dynamoemulator.throughput;

import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.ErrorCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is answered when there is no capacity left (protocol.md §3, transactions.md §3). The reasons
 * are built as the API's {@code ThrottlingReason} describes them: resource type, operation type,
 * limit type.
 */
public final class ThroughputErrors {

  private ThroughputErrors() {}

  /** The units that a table or index was given are used up. */
  public static DynamoDbException provisionedExceeded(ThrottledResource resource) {
    return provisioned(resource, "ProvisionedThroughputExceeded");
  }

  /** One partition of a table or index with provisioned units gets more than one can take. */
  static DynamoDbException provisionedKeyRangeExceeded(ThrottledResource resource) {
    return provisioned(resource, "KeyRangeThroughputExceeded");
  }

  /** The same of several tables; of none when it is not known which. */
  public static DynamoDbException provisionedExceeded(List<ThrottledResource> tables) {
    return provisionedExceeded()
        .with(
            "ThrottlingReasons",
            tables.stream().map(table -> reason(table, "ProvisionedThroughputExceeded")).toList());
  }

  private static DynamoDbException provisionedExceeded() {
    return DynamoDbException.of(
        ErrorCode.PROVISIONED_THROUGHPUT_EXCEEDED,
        "The level of configured provisioned throughput for the table was exceeded. Consider"
            + " increasing your provisioning level with the UpdateTable API.");
  }

  private static DynamoDbException provisioned(ThrottledResource resource, String limit) {
    DynamoDbException fault =
        resource.isIndex() ? provisionedIndexExceeded() : provisionedExceeded();
    return fault.with("ThrottlingReasons", reasons(resource, limit));
  }

  private static DynamoDbException provisionedIndexExceeded() {
    return DynamoDbException.of(
        ErrorCode.PROVISIONED_THROUGHPUT_EXCEEDED,
        "The level of configured provisioned throughput for one or more global secondary indexes"
            + " of the table was exceeded. Consider increasing your provisioning level for the"
            + " under-provisioned global secondary indexes with the UpdateTable API.");
  }

  /** The text is that of the developer guide's page on maximum throughput. */
  static DynamoDbException onDemandMaximumExceeded(ThrottledResource resource) {
    return throttled(
        "Throughput exceeds the maximum OnDemandThroughput configured on table or index",
        resource,
        "MaxOnDemandThroughputExceeded");
  }

  /** One partition of an on-demand table or index gets more than one can take. */
  static DynamoDbException onDemandKeyRangeExceeded(ThrottledResource resource) {
    return throttled(
        resource.isIndex()
            ? "Throughput exceeds the current capacity for one or more global secondary indexes."
                + " DynamoDB is automatically scaling your index so please try again shortly."
            : "Throughput exceeds the current capacity of your table or index. DynamoDB is"
                + " automatically scaling your table or index so please try again shortly. If"
                + " exceptions persist, check if you have a hot key:"
                + " https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html.",
        resource,
        "KeyRangeThroughputExceeded");
  }

  /** Too many calls of the control plane. The text is inferred. */
  public static DynamoDbException rateExceeded() {
    return DynamoDbException.of(
        ErrorCode.THROTTLING, "Rate of requests exceeds the allowed throughput.");
  }

  private static DynamoDbException throttled(
      String message, ThrottledResource resource, String limit) {
    return DynamoDbException.of(ErrorCode.THROTTLING, message)
        .with("throttlingReasons", reasons(resource, limit));
  }

  private static List<Map<String, Object>> reasons(ThrottledResource resource, String limit) {
    return List.of(reason(resource, limit));
  }

  private static Map<String, Object> reason(ThrottledResource resource, String limit) {
    Map<String, Object> reason = new LinkedHashMap<>();
    reason.put("reason", resource.scope() + limit);
    reason.put("resource", resource.arn());
    return reason;
  }
}
