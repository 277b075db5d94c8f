package dev.dynamoemulator.operation.policy;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.policy.PolicyDocument;
import dev.dynamoemulator.policy.PolicyResource;
import dev.dynamoemulator.policy.ResourcePolicy;
import dev.dynamoemulator.shape.Struct;

/** Attaches a policy to a table or stream (control-plane.md §7). */
public final class PutResourcePolicy implements Operation {

  /** Where clients put the member that the model binds to a header. */
  private static final String CONFIRM_HEADER = "x-amz-confirm-remove-self-resource-access";

  private final PolicyAccess access;

  public PutResourcePolicy(PolicyAccess access) {
    this.access = access;
  }

  @Override
  public String name() {
    return "PutResourcePolicy";
  }

  @Override
  public Call check(Request request) {
    Struct input = request.input();
    String arn = PolicyAccess.checkedArn(request);
    boolean confirmsLockOut =
        input.isTrue("ConfirmRemoveSelfResourceAccess")
            || "true".equalsIgnoreCase(request.header(CONFIRM_HEADER));
    return () -> put(request.namespace(), arn, input, confirmsLockOut);
  }

  private Reply put(Namespace caller, String arn, Struct input, boolean confirmsLockOut) {
    PolicyResource resource = access.changeableResource(caller, arn);
    PolicyDocument document =
        PolicyDocument.checked(input.string("Policy"), resource, confirmsLockOut);
    ResourcePolicy policy =
        access.policies().put(resource, document, input.string("ExpectedRevisionId"));
    return out -> out.string("RevisionId", policy.revisionId());
  }
}
