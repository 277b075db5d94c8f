package dev.dynamoemulator.operation.policy;

import static dev.dynamoemulator.operation.policy.PolicyText.ARN;
import static dev.dynamoemulator.operation.policy.PolicyText.policy;
import static dev.dynamoemulator.operation.policy.PolicyText.put;
import static dev.dynamoemulator.operation.policy.PolicyText.statement;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.EmulatorFixture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two faults in one request. No order is documented; ours is inferred from that of tags. */
class ResourcePolicyOrderTest {

  private static final String REVISION = ",'ExpectedRevisionId':'1'";

  private final EmulatorFixture emulator = EmulatorFixture.start();

  @AfterEach
  void close() {
    emulator.close();
  }

  @ParameterizedTest
  @MethodSource
  void reportsTheFirstFault(String input, String phrase) {
    emulator.createTable("things");

    assertThat(emulator.error("PutResourcePolicy", input)).contains(phrase);
  }

  static Stream<Arguments> reportsTheFirstFault() {
    String badPrincipal = policy(statement("1", "\"x\"", "\"x\""));
    String badAction = policy(statement("\"*\"", "\"x\"", "\"x\""));
    String badResource = policy(statement("\"*\"", "\"*\"", "\"x\""));
    return Stream.of(
        Arguments.of(put("", "{").replace("}", ",'ExpectedRevisionId':''}"), "2 validation errors"),
        Arguments.of(put("x", "{"), "Invalid ResourceArn"),
        Arguments.of(put(ARN + "s", "{"), "not found"),
        Arguments.of(put(ARN, "{" + " ".repeat(20 * 1024)), "maximum size"),
        Arguments.of(put(ARN, badPrincipal), "Invalid principal"),
        Arguments.of(put(ARN, badAction), "action names"),
        Arguments.of(put(ARN, badResource, REVISION), "resources are invalid"));
  }
}
