package dev.dynamoemulator.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.ErrorCode;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.WriteBatch;
import dev.dynamoemulator.storage.h2.H2Storage;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CatalogueTest {

  private static final Namespace CALLER = new Namespace("111111111111", "eu-west-1");
  private static final Namespace OTHER_REGION = new Namespace("111111111111", "us-east-1");
  private static final Namespace OTHER_ACCOUNT = new Namespace("222222222222", "eu-west-1");

  private final Storage storage = H2Storage.inMemory();
  private final Catalogue catalogue = Catalogue.open(storage, false);

  @Test
  void findsATableByNameAndByArn() {
    Table table = add(CALLER, "orders");

    assertThat(catalogue.table(CALLER, "orders")).isSameAs(table);
    assertThat(catalogue.table(CALLER, "arn:aws:dynamodb:eu-west-1:111111111111:table/orders"))
        .isSameAs(table);
  }

  @Test
  void tellsAccountsAndRegionsApart() {
    add(CALLER, "orders");

    assertError(
        () -> catalogue.table(OTHER_REGION, "orders"),
        ErrorCode.RESOURCE_NOT_FOUND,
        "Requested resource not found");
    assertError(
        () -> catalogue.tableInAnyState(OTHER_ACCOUNT, "orders"),
        ErrorCode.RESOURCE_NOT_FOUND,
        "Requested resource not found: Table: orders not found");
  }

  @Test
  void reportsAnArnOfAnotherRegion() {
    String arn = "arn:aws:dynamodb:us-east-1:111111111111:table/orders";

    assertError(
        () -> catalogue.table(CALLER, arn),
        ErrorCode.VALIDATION,
        "1 validation error detected: Invalid AWS region in '" + arn + "'");
  }

  @Test
  void deniesAnArnOfAnotherAccount() {
    String arn = "arn:aws:dynamodb:eu-west-1:222222222222:table/orders";

    assertError(
        () -> catalogue.table(CALLER, arn),
        ErrorCode.ACCESS_DENIED,
        "User: arn:aws:iam::111111111111:root is not authorized to access resource: " + arn);
  }

  @Test
  void findsNothingByTheArnOfSomethingElse() {
    add(CALLER, "orders");

    assertError(
        () -> catalogue.table(CALLER, "arn:aws:s3:eu-west-1:111111111111:table/orders"),
        ErrorCode.RESOURCE_NOT_FOUND,
        "Requested resource not found");
  }

  @Test
  void hidesATableThatIsBeingCreatedFromTheDataPlane() {
    Table table = add(CALLER, "orders");
    setStatus(table, TableStatus.CREATING);

    assertError(
        () -> catalogue.table(CALLER, "orders"),
        ErrorCode.RESOURCE_NOT_FOUND,
        "Requested resource not found");
    assertThat(catalogue.tableInAnyState(CALLER, "orders")).isSameAs(table);
  }

  @Test
  void stillServesATableThatIsBeingDeleted() {
    Table table = add(CALLER, "orders");
    setStatus(table, TableStatus.DELETING);

    assertThat(catalogue.table(CALLER, "orders")).isSameAs(table);
  }

  @Test
  void refusesANameThatIsTaken() {
    add(CALLER, "orders");

    assertError(
        () -> add(CALLER, "orders"), ErrorCode.RESOURCE_IN_USE, "Table already exists: orders");
  }

  @Test
  void listsNamesInOrder() {
    add(CALLER, "b");
    add(CALLER, "_");
    add(CALLER, "B");
    add(OTHER_REGION, "a");

    assertThat(catalogue.names(CALLER)).containsExactly("B", "_", "b");
  }

  @Test
  void keepsTheSchemaUntilItChanges() {
    Table table = add(CALLER, "orders");
    TableSchema schema = table.schema();

    catalogue.change(table, current -> current.with().deletionProtection(protectedOne()).build());

    assertThat(table.schema()).isSameAs(schema);
    assertThat(table.description().deletionProtection()).isEqualTo(protectedOne());
  }

  @Test
  void changesNothingWhenTheChangeFails() {
    Table table = add(CALLER, "orders");
    TableDescription before = table.description();

    assertThatThrownBy(
            () ->
                catalogue.change(
                    table,
                    current -> {
                      throw TableErrors.resourceNotFound();
                    }))
        .isInstanceOf(DynamoDbException.class);
    assertThat(table.description()).isEqualTo(before);
  }

  @Test
  void dropsTheCollectionsOfARemovedTable() {
    Table table = add(CALLER, "orders");
    storage.commit(
        new WriteBatch().put(table.schema().collection(), new byte[] {1}, new byte[] {2}));

    catalogue.remove(table);

    assertThat(table.isDropped()).isTrue();
    assertThat(catalogue.find(CALLER, "orders")).isNull();
    assertThat(storage.collections()).isEmpty();
  }

  @Test
  void hasItsTablesAgainWhenOpenedAgain() {
    catalogue.add(new Table(CALLER, TableFixtures.fullTable("full")), () -> {});
    add(OTHER_ACCOUNT, "orders");
    catalogue.remove(add(CALLER, "removed"));

    Catalogue reopened = Catalogue.open(storage, false);

    assertThat(reopened.names(CALLER)).containsExactly("full");
    assertThat(reopened.names(OTHER_ACCOUNT)).containsExactly("orders");
    assertThat(reopened.find(CALLER, "full").description())
        .isEqualTo(TableFixtures.fullTable("full"));
  }

  @Test
  void sharesOneDatabaseWhenAskedTo() {
    Catalogue shared = Catalogue.open(storage, true);
    Table table = new Table(CALLER, TableFixtures.table("orders"));
    shared.add(table, () -> {});

    assertThat(shared.table(OTHER_REGION, "orders")).isSameAs(table);
    assertThat(shared.table(CALLER, OTHER_ACCOUNT.tableArn("orders"))).isSameAs(table);
    assertThat(shared.names(OTHER_ACCOUNT)).containsExactly("orders");
  }

  private Table add(Namespace namespace, String name) {
    Table table = new Table(namespace, TableFixtures.table(name));
    catalogue.add(table, () -> {});
    return table;
  }

  private void setStatus(Table table, TableStatus status) {
    catalogue.change(table, current -> current.with().status(status).build());
  }

  private static DeletionProtection protectedOne() {
    return new DeletionProtection(true, null);
  }

  private static void assertError(ThrowingCallable call, ErrorCode code, String message) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            DynamoDbException.class, error -> assertThat(error.code()).isEqualTo(code))
        .hasMessage(message);
  }
}
