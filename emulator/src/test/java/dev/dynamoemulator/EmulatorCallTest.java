package dev.dynamoemulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamoemulator.fixtures.Fixtures;
import dev.dynamoemulator.model.DynamoDbException;
import org.junit.jupiter.api.Test;

class EmulatorCallTest {

  @Test
  void answersWithoutAClient() {
    try (Emulator emulator = Emulator.start()) {
      emulator.load(Fixtures.samples());

      assertThat(emulator.call("ListTables", "{\"Limit\":1}"))
          .isEqualTo("{\"TableNames\":[\"AllTypes\"],\"LastEvaluatedTableName\":\"AllTypes\"}");
    }
  }

  @Test
  void throwsTheErrorThatAClientWouldGet() {
    try (Emulator emulator = Emulator.start()) {
      assertThatThrownBy(() -> emulator.call("DescribeTable", "{\"TableName\":\"Absent\"}"))
          .isInstanceOf(DynamoDbException.class)
          .hasMessage("Requested resource not found: Table: Absent not found");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> emulator.call("DropTable", "{}"))
          .withMessage("There is no operation DropTable");
    }
  }

  @Test
  void handsOutOneClientOfEachKind() {
    try (Emulator emulator = Emulator.start()) {
      assertThat(emulator.dynamoDbClient())
          .isSameAs(emulator.dynamoDbClient())
          .satisfies(client -> assertThat(client.listTables().tableNames()).isEmpty());
      assertThat(emulator.dynamoDbAsyncClient().listTables().join().tableNames()).isEmpty();
      assertThat(emulator.dynamoDbStreamsClient().listStreams().streams()).isEmpty();
      assertThat(emulator.dynamoDbStreamsAsyncClient().listStreams().join().streams()).isEmpty();
    }
  }
}
