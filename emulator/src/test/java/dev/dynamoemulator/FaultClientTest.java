package dev.dynamoemulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamoemulator.fault.FaultEffect;
import dev.dynamoemulator.fault.FaultRule;
import dev.dynamoemulator.fault.InjectedFault;
import dev.dynamoemulator.inprocess.InProcessClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingReason;

/** How the AWS SDK takes injected faults. */
class FaultClientTest {

  private final Emulator emulator = Emulator.start();
  private final DynamoDbClient client = InProcessClients.dynamoDb(emulator.dispatcher());

  @AfterEach
  void close() {
    client.close();
    emulator.close();
  }

  @Test
  void retriesUntilTheRuleIsUsedUp() {
    client.createTable(TestTable.named("things"));
    InjectedFault fault =
        emulator.faults().add(FaultRule.of(new FaultEffect.Throttle()).onTables("things").times(2));

    client.putItem(put -> put.tableName("things").item(TestTable.item("a")));

    assertThat(fault.hits()).isEqualTo(2);
    assertThat(client.scan(scan -> scan.tableName("things")).count()).isEqualTo(1);
  }

  @Test
  void readsTheReasonsOfARefusal() {
    client.createTable(TestTable.named("things"));
    emulator.faults().add(FaultRule.of(new FaultEffect.Throttle()));

    assertThatThrownBy(() -> client.scan(scan -> scan.tableName("things")))
        .isInstanceOfSatisfying(
            ProvisionedThroughputExceededException.class,
            refusal ->
                assertThat(refusal.throttlingReasons())
                    .containsExactly(
                        ThrottlingReason.builder()
                            .reason("TableReadProvisionedThroughputExceeded")
                            .resource("arn:aws:dynamodb:us-east-1:000000000000:table/things")
                            .build()));
  }

  @Test
  void givesUpOnServerErrors() {
    emulator.faults().add(FaultRule.of(new FaultEffect.ServerError()));

    assertThatThrownBy(client::listTables).isInstanceOf(InternalServerErrorException.class);
  }
}
