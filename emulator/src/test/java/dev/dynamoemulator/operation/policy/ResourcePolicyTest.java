package dev.dynamoemulator.operation.policy;

import static dev.dynamoemulator.operation.policy.PolicyText.ARN;
import static dev.dynamoemulator.operation.policy.PolicyText.allow;
import static dev.dynamoemulator.operation.policy.PolicyText.escaped;
import static dev.dynamoemulator.operation.policy.PolicyText.policy;
import static dev.dynamoemulator.operation.policy.PolicyText.put;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dynamoemulator.EmulatorFixture;
import dev.dynamoemulator.EmulatorOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PutResourcePolicy, GetResourcePolicy and DeleteResourcePolicy (control-plane.md §7). */
class ResourcePolicyTest {

  private static final String READ = policy(allow("dynamodb:GetItem", ARN));
  private static final String WRITE = policy(allow("dynamodb:PutItem", ARN));
  private static final String NOT_FOUND =
      "PolicyNotFoundException Resource-based policy not found for the provided ResourceArn: ";

  private final EmulatorFixture emulator = EmulatorFixture.start();

  @BeforeEach
  void createTable() {
    emulator.createTable("things");
  }

  @AfterEach
  void close() {
    emulator.close();
  }

  @Test
  void returnsTheDocumentAsItWasSent() {
    String spaced = READ.replace(",", " ,\n  ");

    String revisionId =
        emulator.call("PutResourcePolicy", put(ARN, spaced)).at("/RevisionId").asText();

    JsonNode answer = get(ARN);
    assertThat(answer.get("Policy").asText()).isEqualTo(spaced);
    assertThat(answer.get("RevisionId").asText()).isEqualTo(revisionId);
  }

  @Test
  void keepsTheRevisionWhenTheSameDocumentIsPutAgain() {
    String first = revision(put(ARN, READ));
    emulator.advance(60);

    assertThat(revision(put(ARN, READ))).isEqualTo(first);
    assertThat(revision(put(ARN, WRITE))).isNotEqualTo(first);
  }

  @Test
  void putsOnlyOverTheExpectedRevision() {
    assertThat(emulator.error("PutResourcePolicy", put(ARN, READ, expecting("1"))))
        .isEqualTo(NOT_FOUND + ARN);
    String first = revision(put(ARN, READ, expecting("NO_POLICY")));
    assertThat(emulator.error("PutResourcePolicy", put(ARN, WRITE, expecting("NO_POLICY"))))
        .isEqualTo(
            NOT_FOUND
                + "Requested policy update expecting none to be present for table things, but a"
                + " policy exists with revision id "
                + first
                + ".");
    assertThat(emulator.error("PutResourcePolicy", put(ARN, WRITE, expecting("1"))))
        .isEqualTo(
            NOT_FOUND
                + "Requested update for policy with revision id 1, but the policy associated to"
                + " target table things has revision id "
                + first
                + ".");

    revision(put(ARN, WRITE, expecting(first)));

    assertThat(get(ARN).get("Policy").asText()).isEqualTo(WRITE);
  }

  @Test
  void deletesWhatIsThere() {
    String revisionId = revision(put(ARN, READ));

    assertThat(delete(ARN, "").at("/RevisionId").asText()).isEqualTo(revisionId);

    assertThat(emulator.error("GetResourcePolicy", "{'ResourceArn':'%s'}", ARN))
        .isEqualTo(NOT_FOUND + ARN);
    assertThat(delete(ARN, "")).isEmpty();
    assertThat(
            emulator.error(
                "DeleteResourcePolicy",
                "{'ResourceArn':'%s','ExpectedRevisionId':'%s'}",
                ARN,
                revisionId))
        .isEqualTo(NOT_FOUND + ARN);
  }

  @Test
  void comesWithTheTable() {
    String arn = EmulatorFixture.TABLE_ARN + "others";
    String document = policy(allow("dynamodb:*", arn));

    emulator.createTable(
        "others", "'BillingMode':'PAY_PER_REQUEST','ResourcePolicy':'" + escaped(document) + "'");

    assertThat(get(arn).get("Policy").asText()).isEqualTo(document);
  }

  @Test
  void goesWithTheTable() {
    revision(put(ARN, READ));
    emulator.call("DeleteTable", "{'TableName':'things'}");
    emulator.createTable("things");

    assertThat(emulator.error("GetResourcePolicy", "{'ResourceArn':'%s'}", ARN))
        .isEqualTo(NOT_FOUND + ARN);
  }

  @Test
  void isSeparateForTheStream() {
    String stream =
        emulator
            .call(
                "UpdateTable",
                """
                {'TableName':'things',
                 'StreamSpecification':{'StreamEnabled':true,'StreamViewType':'KEYS_ONLY'}}
                """)
            .at("/TableDescription/LatestStreamArn")
            .asText();
    String document = policy(allow("dynamodb:GetRecords", stream));
    revision(put(ARN, READ));
    revision(put(stream, document));

    assertThat(get(stream).get("Policy").asText()).isEqualTo(document);
    assertThat(get(ARN).get("Policy").asText()).isEqualTo(READ);
    delete(ARN, "");
    assertThat(get(stream).get("Policy").asText()).isEqualTo(document);
  }

  @Test
  void survivesARestart(@TempDir Path folder) {
    try (EmulatorFixture file = inFile(folder)) {
      file.createTable("things");
      file.call("PutResourcePolicy", put(ARN, READ));
    }
    try (EmulatorFixture file = inFile(folder)) {
      assertThat(
              file.call("GetResourcePolicy", "{'ResourceArn':'" + ARN + "'}")
                  .get("Policy")
                  .asText())
          .isEqualTo(READ);
    }
  }

  private static EmulatorFixture inFile(Path folder) {
    return EmulatorFixture.start(EmulatorOptions.builder().dbPath(folder));
  }

  /** The model binds the member to a header; some clients send it in the body all the same. */
  @Test
  void locksTheCallerOutOnlyWhenConfirmed() {
    String lockOut = policy(allow("dynamodb:*", ARN).replace("Allow", "Deny"));

    JsonNode byHeader =
        emulator.answer(
            EmulatorFixture.request("PutResourcePolicy", put(ARN, lockOut))
                .with("x-amz-confirm-remove-self-resource-access", "true"));
    delete(ARN, "");
    String byMember = revision(put(ARN, lockOut, ",'ConfirmRemoveSelfResourceAccess':true"));

    assertThat(byHeader.has("RevisionId")).isTrue();
    assertThat(byMember).isNotEmpty();
  }

  @Test
  void takesTimeToBeAppliedWhereChangesDo() {
    try (EmulatorFixture delayed = EmulatorFixture.delayed()) {
      delayed.createTable("things");
      delayed.advance(2);
      delayed.call("PutResourcePolicy", put(ARN, READ));

      assertThat(delayed.error("PutResourcePolicy", put(ARN, WRITE)))
          .isEqualTo(
              "ResourceInUseException Attempt to change a resource which is still in use: There is"
                  + " a pending previous resource-based policy update for the resource: "
                  + ARN);
      delayed.advance(2);
      delayed.call("PutResourcePolicy", put(ARN, WRITE));
    }
  }

  private String revision(String input) {
    return emulator.call("PutResourcePolicy", input).get("RevisionId").asText();
  }

  private JsonNode get(String arn) {
    return emulator.call("GetResourcePolicy", "{'ResourceArn':'%s'}", arn);
  }

  private JsonNode delete(String arn, String members) {
    return emulator.call("DeleteResourcePolicy", "{'ResourceArn':'%s'%s}", arn, members);
  }

  private static String expecting(String revisionId) {
    return ",'ExpectedRevisionId':'" + revisionId + "'";
  }
}
