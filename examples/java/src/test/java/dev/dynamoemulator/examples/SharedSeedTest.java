package dev.dynamoemulator.examples;

import static dev.dynamoemulator.junit5.assertions.DynamoAssertions.assertThat;

import dev.dynamoemulator.junit5.DynamoEmulator;
import dev.dynamoemulator.junit5.Scope;
import dev.dynamoemulator.junit5.Table;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;

/** The seed is loaded once; each test works on a copy of it, beside all the others. */
@DynamoEmulator(
    tables = @Table(Customer.class),
    seed = "CustomerRepositoryTest-seed.json",
    scope = Scope.METHOD)
@Execution(ExecutionMode.CONCURRENT)
class SharedSeedTest {

  @RepeatedTest(20)
  void deletesWhatAllOthersStillSee(DynamoDbTable<Customer> customers) {
    assertThat(customers).hasItemCount(3);

    customers.scan().items().forEach(customers::deleteItem);

    assertThat(customers).isEmpty();
  }
}
