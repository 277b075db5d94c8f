package dev.dynamoemulator.operation.policy;

import dev.dynamoemulator.operation.Operation;
import java.util.List;

/** The operations on resource policies. */
public final class PolicyOperations {

  private PolicyOperations() {}

  public static List<Operation> all(PolicyAccess policies) {
    return List.of(
        new PutResourcePolicy(policies),
        new GetResourcePolicy(policies),
        new DeleteResourcePolicy(policies));
  }
}
