package dev.dynamoemulator.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One statement of a policy. Conditions are not looked into: IAM's own grammar of them is wide, and
 * the service leaves them to IAM.
 *
 * @param sid null when there is none
 */
record PolicyStatement(
    String sid,
    boolean denies,
    boolean isConditional,
    Principals principals,
    List<String> actions,
    List<String> resources) {

  private static final Set<String> ELEMENTS =
      Set.of(
          "Sid",
          "Effect",
          "Principal",
          "NotPrincipal",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Condition");

  static PolicyStatement checked(Object given) {
    if (!(given instanceof Map<?, ?> statement) || !ELEMENTS.containsAll(statement.keySet())) {
      throw PolicyErrors.syntaxError();
    }
    if (statement.containsKey("Condition") && !(statement.get("Condition") instanceof Map<?, ?>)) {
      throw PolicyErrors.syntaxError();
    }
    Object effect = required(statement, "Effect");
    if (!"Allow".equals(effect) && !"Deny".equals(effect)) {
      throw PolicyErrors.invalidEffect(effect);
    }
    Object principal = oneOf(statement, "Principal", "NotPrincipal");
    List<String> actions = list(oneOf(statement, "Action", "NotAction"));
    List<String> resources = list(oneOf(statement, "Resource", "NotResource"));
    Object sid = statement.get("Sid");
    if (sid != null && !(sid instanceof String)) {
      throw PolicyErrors.syntaxError();
    }
    return new PolicyStatement(
        (String) sid,
        effect.equals("Deny"),
        statement.containsKey("Condition")
            || statement.containsKey("NotPrincipal")
            || statement.containsKey("NotAction")
            || statement.containsKey("NotResource"),
        Principals.checked(principal),
        actions,
        resources);
  }

  private static Object required(Map<?, ?> statement, String field) {
    Object value = statement.get(field);
    if (value == null) {
      throw PolicyErrors.missingField(field);
    }
    return value;
  }

  private static Object oneOf(Map<?, ?> statement, String field, String negation) {
    if (statement.containsKey(field) && statement.containsKey(negation)) {
      throw PolicyErrors.syntaxError();
    }
    return statement.containsKey(negation)
        ? required(statement, negation)
        : required(statement, field);
  }

  private static List<String> list(Object value) {
    List<String> texts = texts(value);
    if (texts == null) {
      throw PolicyErrors.syntaxError();
    }
    return texts;
  }

  /** A text or a list of them, as a list; null when it is neither. */
  static List<String> texts(Object value) {
    if (value instanceof String text) {
      return List.of(text);
    }
    if (!(value instanceof List<?> elements)) {
      return null;
    }
    List<String> texts = new ArrayList<>();
    for (Object element : elements) {
      if (!(element instanceof String text)) {
        return null;
      }
      texts.add(text);
    }
    return texts;
  }

  /**
   * Whether the statement takes from the owner the right to change the policy. Only a denial does:
   * within the account, identities get rights from their own policies.
   */
  boolean locksOut(PolicyResource resource) {
    return denies
        && !isConditional
        && principals.includeAccount(resource.owner().account())
        && actions.stream().anyMatch(PolicyActions::coversPutResourcePolicy)
        && resources.stream().anyMatch(name -> name.equals("*") || name.equals(resource.arn()));
  }
}
