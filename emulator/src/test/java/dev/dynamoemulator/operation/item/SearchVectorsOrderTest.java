package dev.dynamoemulator.operation.item;

import static dev.dynamoemulator.operation.item.FaultOrder.Fault.fault;
import static dev.dynamoemulator.operation.item.VectorTableText.vector;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The order is inferred: that of Query (items.md §1.4), then that of vector-search.md §4.4. */
class SearchVectorsOrderTest {

  private static final ItemsFixture ITEMS = ItemsFixture.newer();

  static {
    ITEMS.call(
        "CreateTable",
        VectorTableText.createTable("docs", "schema embedding 3 COSINE ALL HASH:tenant:S"));
  }

  static Stream<Arguments> faultsOfTheRequest() {
    return FaultOrder.within(
            "TableName",
            "'docs'",
            "IndexName",
            "'schema'",
            "TopK",
            "5",
            "SearchVector",
            vector("1 0 0"))
        .of(
            fault(
                "ExpressionAttributeValues can only be specified when using expressions:"
                    + " SearchConditionExpression is null",
                "ExpressionAttributeValues",
                "{':t':{'S':'a'}}"),
            fault(
                "Provided TopK value '101' is out of valid range. The value must be between 1 and"
                    + " 100 inclusive",
                "TopK",
                "101"),
            fault(
                "Search vector contains invalid values. All values in the search vector must be a"
                    + " 32-bit floating-point number attribute",
                "SearchVector",
                "[{'S':'x'}]"),
            fault(
                "Invalid ProjectionExpression: The expression can not be empty;",
                "ProjectionExpression",
                "''"),
            fault("ResourceNotFoundException: Requested resource not found", "TableName", "'none'"),
            fault("The table does not have the specified index: absent", "IndexName", "'absent'"));
  }

  @ParameterizedTest
  @MethodSource("faultsOfTheRequest")
  void reportsTheFirstFault(String request, String text) {
    assertThat(ITEMS.fault("SearchVectors", request)).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource
  void reportsTheFirstFaultOfACondition(String condition, String text) {
    assertThat(
            ITEMS.fault(
                "SearchVectors",
                """
                {'TableName':'docs','IndexName':'schema','TopK':5,'SearchVector':%s,
                 'SearchConditionExpression':'%s','ExpressionAttributeValues':{':t':{'N':'1'}}}
                """
                    .formatted(vector("1 2"), condition)))
        .isEqualTo(text);
  }

  static Stream<Arguments> reportsTheFirstFaultOfACondition() {
    return Stream.of(
        Arguments.of(
            "label < :t",
            "Invalid SearchConditionExpression: Invalid comparator used in"
                + " SearchConditionExpression"),
        Arguments.of(
            "label = :t",
            "SearchConditionExpression must not contain any attributes that is not in"
                + " SearchSchema. Invalid attribute: label"),
        Arguments.of(
            "tenant = :t",
            "One or more parameter values were invalid: Condition parameter type does not match"
                + " schema type"));
  }
}
