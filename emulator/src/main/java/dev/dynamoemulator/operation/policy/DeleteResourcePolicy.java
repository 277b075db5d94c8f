package dev.dynamoemulator.operation.policy;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.policy.PolicyResource;
import dev.dynamoemulator.policy.ResourcePolicy;

/** Detaches the policy of a table or stream, if there is one (control-plane.md §7.4). */
public final class DeleteResourcePolicy implements Operation {

  private final PolicyAccess access;

  public DeleteResourcePolicy(PolicyAccess access) {
    this.access = access;
  }

  @Override
  public String name() {
    return "DeleteResourcePolicy";
  }

  @Override
  public Call check(Request request) {
    String arn = PolicyAccess.checkedArn(request);
    return () -> delete(request.namespace(), arn, request.input().string("ExpectedRevisionId"));
  }

  private Reply delete(Namespace caller, String arn, String expectedRevisionId) {
    PolicyResource resource = access.changeableResource(caller, arn);
    ResourcePolicy deleted = access.policies().delete(resource, expectedRevisionId);
    return out -> out.optionalString("RevisionId", deleted == null ? null : deleted.revisionId());
  }
}
