package dev.dynamoemulator.shape;

import dev.dynamoemulator.model.Wording;
import dev.dynamoemulator.shape.Shape.Member;
import java.util.List;
import java.util.Map;

/** Constraint failures that the service does not collect with others but reports alone. */
final class SoleFaults {

  private static final int MOST_KEYS = 100;

  /** As the newer generation shows them, {@code UPDATE_NEW} included (tables.md §1.8). */
  private static final List<String> UPDATE_ITEM_RETURN_VALUES =
      List.of("ALL_OLD", "UPDATED_OLD", "ALL_NEW", "UPDATE_NEW", "NONE");

  private SoleFaults() {}

  /** The faults that outrank all others. */
  static void checkFirst(Struct input, String operation, Wording wording) {
    switch (operation) {
      case "CreateTable" -> {
        requireTableName(input);
        checkNewTableLength(input, wording);
      }
      case "UpdateTable",
          "DeleteTable",
          "DescribeTable",
          "DescribeTimeToLive",
          "UpdateTimeToLive" -> {
        requireTableName(input);
        rejectEmptyTableName(input, wording);
        checkTableReferenceLength(input, wording);
      }
      case "UpdateItem" -> {
        rejectEmptyTableName(input, wording);
        rejectFirstUnknownEnum(input, wording);
      }
      default -> rejectEmptyTableName(input, wording);
    }
  }

  /** The faults that are looked for when there are no others. */
  static void checkLast(Struct input, String operation, Wording wording) {
    switch (operation) {
      case "Query" -> rejectLimitBelowOne(input);
      case "BatchGetItem" -> {
        rejectNoTables(input, wording);
        rejectTooManyKeys(input);
      }
      default -> {}
    }
  }

  /** tables.md §3.2 row 1; DescribeTimeToLive: dynalite; UpdateTimeToLive: inferred from it. */
  private static void requireTableName(Struct input) {
    if (!input.has("TableName")) {
      throw ShapeErrors.missingTableName();
    }
  }

  /** "Reported before and without the violations of other members" (tables.md §3.2 row 2). */
  private static void checkNewTableLength(Struct input, Wording wording) {
    Failures failures = new Failures(wording);
    ResourceName.checkNewTableLength(
        input.string("TableName"), Path.member(null, "TableName"), failures);
    failures.raise();
  }

  /** As for a new table; a name of odd characters is collected with other failures (§6.1). */
  private static void checkTableReferenceLength(Struct input, Wording wording) {
    Failures failures = new Failures(wording);
    ResourceName.checkReferenceLength(
        input.string("TableName"), Path.member(null, "TableName"), failures);
    failures.raise();
  }

  /** The newer generation stops here and shows no value (protocol.md §6.6, §8). */
  private static void rejectEmptyTableName(Struct input, Wording wording) {
    int index = input.shape().indexOf("TableName");
    if (wording == Wording.NEWER
        && index >= 0
        && "".equals(input.get(index))
        && Reporting.isTableReference(input.shape().members().get(index))) {
      throw ShapeErrors.soleFailure(
          "TableName", ShapeErrors.lengthAtLeast(ResourceName.REFERENCE_LENGTH.min()));
    }
  }

  /** The newer generation of UpdateItem names only the first (protocol.md §6.6). */
  private static void rejectFirstUnknownEnum(Struct input, Wording wording) {
    if (wording != Wording.NEWER || !input.has("Key") || !hasTableReference(input)) {
      return;
    }
    List<Member> members = input.shape().members();
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).shape() instanceof Shape.Text text
          && !text.values().isEmpty()
          && input.get(i) != null
          && !text.values().contains(input.get(i))) {
        List<String> shown =
            text.name().equals("ReturnValue")
                ? UPDATE_ITEM_RETURN_VALUES
                : Reporting.enumOrder(text);
        throw ShapeErrors.soleFailure(members.get(i).name(), ShapeErrors.oneOf(shown));
      }
    }
  }

  private static boolean hasTableReference(Struct input) {
    return input.has("TableName") && ResourceName.isTableReference(input.string("TableName"));
  }

  /** protocol.md §6.5 */
  private static void rejectLimitBelowOne(Struct input) {
    if (input.has("Limit") && input.integer("Limit") < 1) {
      throw ShapeErrors.soleFailure("Limit", ShapeErrors.valueAtLeast(1));
    }
  }

  /** The older generation leaves this to the operation, in other words (protocol.md §8). */
  private static void rejectNoTables(Struct input, Wording wording) {
    if (wording == Wording.NEWER && input.structMap("RequestItems").isEmpty()) {
      throw ShapeErrors.soleFailure("RequestItems", ShapeErrors.lengthAtLeast(1));
    }
  }

  /** protocol.md §6.5 */
  private static void rejectTooManyKeys(Struct input) {
    for (Map.Entry<String, Struct> table : input.structMap("RequestItems").entrySet()) {
      if (table.getValue().attributeMaps("Keys").size() > MOST_KEYS) {
        throw ShapeErrors.soleFailure(
            "RequestItems." + table.getKey() + ".member.Keys", ShapeErrors.lengthAtMost(MOST_KEYS));
      }
    }
  }
}
