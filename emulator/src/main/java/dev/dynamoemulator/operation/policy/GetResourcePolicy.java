package dev.dynamoemulator.operation.policy;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.policy.PolicyErrors;
import dev.dynamoemulator.policy.ResourcePolicy;

/** Reads the policy of a table or stream (control-plane.md §7). */
public final class GetResourcePolicy implements Operation {

  private final PolicyAccess access;

  public GetResourcePolicy(PolicyAccess access) {
    this.access = access;
  }

  @Override
  public String name() {
    return "GetResourcePolicy";
  }

  @Override
  public Call check(Request request) {
    String arn = PolicyAccess.checkedArn(request);
    return () -> get(request.namespace(), arn);
  }

  private Reply get(Namespace caller, String arn) {
    ResourcePolicy policy = access.policies().find(access.resource(caller, arn));
    if (policy == null) {
      throw PolicyErrors.notFound(arn);
    }
    return out -> {
      out.string("Policy", policy.document());
      out.string("RevisionId", policy.revisionId());
    };
  }
}
