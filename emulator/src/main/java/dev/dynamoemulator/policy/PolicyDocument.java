package dev.dynamoemulator.policy;

import dev.dynamoemulator.json.JsonTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The text of a policy that has been found sound for its resource (control-plane.md §7). */
public final class PolicyDocument {

  /** White space counts (tables.md §3.1). */
  private static final int MAX_BYTES = 20 * 1024;

  private static final Set<String> ELEMENTS = Set.of("Version", "Id", "Statement");
  private static final Set<String> VERSIONS = Set.of("2012-10-17", "2008-10-17");

  private final String text;

  private PolicyDocument(String text) {
    this.text = text;
  }

  /**
   * @param confirmsLockOut whether the caller knows that the policy may end the own right to change
   *     it
   * @throws dev.dynamoemulator.model.DynamoDbException when the document is not one that can be
   *     attached to the resource
   */
  public static PolicyDocument checked(
      String text, PolicyResource resource, boolean confirmsLockOut) {
    checkSize(text);
    List<PolicyStatement> statements = statements(text);
    checkSids(statements);
    checkActions(statements, resource);
    checkResources(statements, resource);
    if (!confirmsLockOut && statements.stream().anyMatch(one -> one.locksOut(resource))) {
      throw PolicyErrors.locksCallerOut();
    }
    return new PolicyDocument(text);
  }

  public String text() {
    return text;
  }

  private static void checkSize(String text) {
    if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw PolicyErrors.tooLarge(MAX_BYTES);
    }
  }

  private static List<PolicyStatement> statements(String text) {
    if (!(parsed(text) instanceof Map<?, ?> policy) || !ELEMENTS.containsAll(policy.keySet())) {
      throw PolicyErrors.syntaxError();
    }
    if (policy.containsKey("Version") && !VERSIONS.contains(policy.get("Version"))) {
      throw PolicyErrors.unknownVersion();
    }
    Object given = policy.get("Statement");
    if (given == null) {
      throw PolicyErrors.missingField("Statement");
    }
    List<?> elements = given instanceof List<?> list ? list : List.of(given);
    if (elements.isEmpty()) {
      throw PolicyErrors.syntaxError();
    }
    List<PolicyStatement> statements = new ArrayList<>(elements.size());
    for (Object element : elements) {
      statements.add(PolicyStatement.checked(element));
    }
    return statements;
  }

  private static Object parsed(String text) {
    try {
      return JsonTree.parse(text);
    } catch (IOException malformed) {
      throw PolicyErrors.malformedJson();
    }
  }

  private static void checkSids(List<PolicyStatement> statements) {
    Set<String> seen = new HashSet<>();
    for (PolicyStatement statement : statements) {
      if (statement.sid() != null && !seen.add(statement.sid())) {
        throw PolicyErrors.duplicateSid(statement.sid());
      }
    }
  }

  private static void checkActions(List<PolicyStatement> statements, PolicyResource resource) {
    Set<String> invalid = new LinkedHashSet<>();
    for (PolicyStatement statement : statements) {
      for (String action : statement.actions()) {
        if (!PolicyActions.isValid(action, resource.kind())) {
          invalid.add(action);
        }
      }
    }
    if (!invalid.isEmpty()) {
      throw PolicyErrors.invalidActions(invalid);
    }
  }

  private static void checkResources(List<PolicyStatement> statements, PolicyResource resource) {
    Set<String> invalid = new LinkedHashSet<>();
    for (PolicyStatement statement : statements) {
      for (String name : statement.resources()) {
        if (!resource.isNamedBy(name)) {
          invalid.add(name);
        }
      }
    }
    if (!invalid.isEmpty()) {
      throw PolicyErrors.invalidResources(invalid);
    }
  }
}
