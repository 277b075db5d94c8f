package dev.dynamoemulator.operation.policy;

import static dev.dynamoemulator.operation.policy.PolicyText.ARN;
import static dev.dynamoemulator.operation.policy.PolicyText.allow;
import static dev.dynamoemulator.operation.policy.PolicyText.escaped;
import static dev.dynamoemulator.operation.policy.PolicyText.policy;
import static dev.dynamoemulator.operation.policy.PolicyText.put;
import static dev.dynamoemulator.operation.policy.PolicyText.statement;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.EmulatorFixture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole messages; those of actions and principals by control-plane.md §7, others inferred. */
class ResourcePolicyMessagesTest {

  private static final String INVALID =
      "ValidationException One or more parameter values were invalid: ";
  private static final String DOCUMENT = INVALID + "Invalid policy document: ";
  private static final String PRINCIPAL = INVALID + "Invalid principal in policy document.";

  private final EmulatorFixture emulator = EmulatorFixture.start();

  @BeforeEach
  void createTable() {
    emulator.createTable("things");
  }

  @AfterEach
  void close() {
    emulator.close();
  }

  @ParameterizedTest
  @MethodSource
  void refusesDocument(String document, String message) {
    assertThat(emulator.error("PutResourcePolicy", put(ARN, document))).isEqualTo(message);
  }

  static Stream<Arguments> refusesDocument() {
    String sound = allow("dynamodb:GetItem", ARN);
    return Stream.of(
        Arguments.of("{", DOCUMENT + "This policy contains invalid Json"),
        Arguments.of("", DOCUMENT + "This policy contains invalid Json"),
        Arguments.of(policy(sound) + "x", DOCUMENT + "This policy contains invalid Json"),
        Arguments.of("[]", DOCUMENT + "Syntax errors in policy."),
        Arguments.of("{\"Statements\":[]}", DOCUMENT + "Syntax errors in policy."),
        Arguments.of(policy(""), DOCUMENT + "Syntax errors in policy."),
        Arguments.of(policy("1"), DOCUMENT + "Syntax errors in policy."),
        Arguments.of(
            policy(sound).replace("2012", "2013"),
            DOCUMENT + "The policy document version is not supported."),
        Arguments.of("{\"Version\":\"2012-10-17\"}", DOCUMENT + "Missing required field Statement"),
        Arguments.of(
            policy(sound.replace("\"Effect\":\"Allow\",", "")),
            DOCUMENT + "Missing required field Effect"),
        Arguments.of(policy(sound.replace("Allow", "allow")), DOCUMENT + "Invalid effect: allow"),
        Arguments.of(
            policy(sound.replace("\"Principal\":\"*\",", "")),
            DOCUMENT + "Missing required field Principal"),
        Arguments.of(
            policy(sound.replace("\"Action\":\"dynamodb:GetItem\",", "")),
            DOCUMENT + "Missing required field Action"),
        Arguments.of(
            policy(sound.replace(",\"Resource\":\"" + ARN + "\"", "")),
            DOCUMENT + "Missing required field Resource"),
        Arguments.of(
            policy(allow("dynamodb:ListStreams", ARN)),
            DOCUMENT + "The following action names are invalid: \"dynamodb:ListStreams\""),
        Arguments.of(
            policy(statement("\"*\"", "[\"s3:GetObject\",\"dynamodb:Fly\"]", '"' + ARN + '"')),
            DOCUMENT
                + "The following action names are invalid: \"s3:GetObject\", \"dynamodb:Fly\""),
        Arguments.of(
            policy(allow("dynamodb:GetItem", ARN + "2")),
            DOCUMENT + "The following resources are invalid: \"" + ARN + "2\""),
        Arguments.of(
            policy(sound.replace("Allow", "Deny").replace("GetItem", "*")),
            INVALID
                + "The new resource-based policy will not allow you to update the resource-based"
                + " policy in the future."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"me\"",
        "{}",
        "{\"AWS\":\"123\"}",
        "{\"AWS\":[]}",
        "{\"AWS\":[\"*\",\"nobody\"]}",
        "{\"AWS\":\"arn:aws:iam::123456789012:group/g\"}",
        "{\"Aws\":\"*\"}",
        "[\"*\"]"
      })
  void refusesPrincipal(String principal) {
    String document = policy(statement(principal, "\"dynamodb:GetItem\"", '"' + ARN + '"'));

    assertThat(emulator.error("PutResourcePolicy", put(ARN, document))).isEqualTo(PRINCIPAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"*\"",
        "{\"AWS\":\"*\"}",
        "{\"AWS\":\"123456789012\"}",
        "{\"AWS\":[\"arn:aws:iam::123456789012:root\",\"arn:aws:iam::123456789012:user/a\"]}",
        "{\"AWS\":\"arn:aws:sts::123456789012:assumed-role/r/session\"}",
        "{\"Service\":\"replication.dynamodb.amazonaws.com\"}"
      })
  void takesPrincipal(String principal) {
    String document = policy(statement(principal, "\"dynamodb:GetItem\"", '"' + ARN + '"'));

    assertThat(emulator.call("PutResourcePolicy", put(ARN, document)).has("RevisionId")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "dynamodb:*", "dynamodb:Get*", "DynamoDB:getitem", "dynamodb:?can"})
  void takesAction(String action) {
    String document = policy(allow(action, ARN));

    assertThat(emulator.call("PutResourcePolicy", put(ARN, document)).has("RevisionId")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "/index/*", "/index/byName", "/*", ""})
  void takesResource(String suffix) {
    String resource = suffix.equals("*") ? suffix : ARN + suffix;
    String document = policy(allow("dynamodb:Query", resource));

    assertThat(emulator.call("PutResourcePolicy", put(ARN, document)).has("RevisionId")).isTrue();
  }

  @Test
  void countsWhiteSpaceToThe20KB() {
    String document = policy(allow("dynamodb:GetItem", ARN));
    String full = document + " ".repeat(20 * 1024 - document.length());

    assertThat(emulator.call("PutResourcePolicy", put(ARN, full)).has("RevisionId")).isTrue();
    assertThat(emulator.error("PutResourcePolicy", put(ARN, full + " ")))
        .isEqualTo(
            INVALID + "Resource-based policy document exceeds the maximum size of 20480 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PutResourcePolicy", "GetResourcePolicy", "DeleteResourcePolicy"})
  void namesTheResourceThatIsNotThere(String operation) {
    String document = policy(allow("dynamodb:GetItem", ARN));
    String absent = EmulatorFixture.TABLE_ARN + "absent";

    assertThat(emulator.error(operation, put(absent, document)))
        .isEqualTo(
            "ResourceNotFoundException Requested resource not found: Table: absent not found");
    for (String arn : new String[] {"things", ARN + "/index/byName", "arn:aws:s3:::things"}) {
      assertThat(emulator.error(operation, put(arn, document)))
          .isEqualTo(
              "ValidationException Invalid TableArn: Invalid ResourceArn provided as input " + arn);
    }
    String stream = ARN + "/stream/2026-01-01T00:00:00.000";
    assertThat(emulator.error(operation, put(stream, document)))
        .isEqualTo(
            "ResourceNotFoundException Requested resource not found: Stream: "
                + stream
                + " not found");
  }

  @Test
  void refusesThePolicyOfANewTable() {
    String document = policy(allow("dynamodb:GetItem", ARN));

    assertThat(
            emulator.error(
                "CreateTable",
                EmulatorFixture.definition(
                    "others",
                    "'BillingMode':'PAY_PER_REQUEST','ResourcePolicy':'"
                        + escaped(document)
                        + "'")))
        .isEqualTo(DOCUMENT + "The following resources are invalid: \"" + ARN + "\"");
    assertThat(emulator.call("ListTables", "{}").get("TableNames").size()).isEqualTo(1);
  }
}
