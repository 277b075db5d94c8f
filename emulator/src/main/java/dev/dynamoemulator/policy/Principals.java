package dev.dynamoemulator.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Whom a statement of a policy is about: the value of {@code Principal} or {@code NotPrincipal}.
 */
record Principals(List<String> names) {

  private static final String EVERYBODY = "*";
  private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
  private static final Pattern IDENTITY =
      Pattern.compile("arn:aws[a-z-]*:(iam|sts)::(\\d{12}):(root|(user|role|assumed-role)/.+)");

  /** The id that takes the place of the ARN of a user or role that was deleted. */
  private static final Pattern UNIQUE_ID = Pattern.compile("A[A-Z0-9]{15,}");

  private static final Pattern SERVICE = Pattern.compile("[a-z0-9.-]+\\.amazonaws\\.com(\\.cn)?");
  private static final Pattern FEDERATED =
      Pattern.compile("arn:aws[a-z-]*:iam::\\d{12}:.+|[\\w.-]+");

  static Principals checked(Object given) {
    if (EVERYBODY.equals(given)) {
      return new Principals(List.of(EVERYBODY));
    }
    if (!(given instanceof Map<?, ?> byType) || byType.isEmpty()) {
      throw PolicyErrors.invalidPrincipal();
    }
    List<String> names = new ArrayList<>();
    byType.forEach((type, value) -> names.addAll(ofType((String) type, value)));
    return new Principals(names);
  }

  private static List<String> ofType(String type, Object value) {
    List<String> names = PolicyStatement.texts(value);
    if (names == null || names.isEmpty() || !names.stream().allMatch(name -> isValid(type, name))) {
      throw PolicyErrors.invalidPrincipal();
    }
    return names;
  }

  private static boolean isValid(String type, String name) {
    return switch (type) {
      case "AWS" ->
          name.equals(EVERYBODY)
              || ACCOUNT.matcher(name).matches()
              || IDENTITY.matcher(name).matches()
              || UNIQUE_ID.matcher(name).matches();
      case "Service" -> SERVICE.matcher(name).matches();
      case "Federated" -> FEDERATED.matcher(name).matches();
      default -> false;
    };
  }

  /** Whether the account as such is among them, and with it everybody in it. */
  boolean includeAccount(String account) {
    return names.stream()
        .anyMatch(
            name ->
                name.equals(EVERYBODY)
                    || name.equals(account)
                    || name.endsWith(":iam::" + account + ":root"));
  }
}
