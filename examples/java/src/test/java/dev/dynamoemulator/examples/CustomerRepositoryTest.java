package dev.dynamoemulator.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.junit5.DynamoEmulator;
import dev.dynamoemulator.junit5.Table;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;

/** The table and its two indexes come from the bean, its items from the file beside the class. */
@DynamoEmulator(tables = @Table(Customer.class))
class CustomerRepositoryTest {

  private final CustomerRepository customers;

  CustomerRepositoryTest(DynamoDbTable<Customer> table) {
    customers = new CustomerRepository(table);
  }

  @Test
  void findsACustomerByEmail() {
    assertThat(customers.withEmail("bob@example.org"))
        .get()
        .extracting(Customer::getId)
        .isEqualTo("2");
    assertThat(customers.withEmail("nobody@example.org")).isEmpty();
  }

  @Test
  void findsTheBestCustomersOfACountry() {
    assertThat(customers.bestIn("NL")).extracting(Customer::getId).containsExactly("3", "1");
  }
}
