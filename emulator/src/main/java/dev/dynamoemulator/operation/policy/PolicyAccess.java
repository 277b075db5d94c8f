package dev.dynamoemulator.operation.policy;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.policy.PolicyErrors;
import dev.dynamoemulator.policy.PolicyResource;
import dev.dynamoemulator.policy.ResourcePolicies;
import dev.dynamoemulator.stream.StreamName;
import dev.dynamoemulator.stream.Streams;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableReference;
import dev.dynamoemulator.table.TableState;

/** What every operation on policies works with, and how it finds the resource. */
public record PolicyAccess(Catalogue catalogue, Streams streams, ResourcePolicies policies) {

  /** Refuses what is the ARN of neither a table nor a stream. */
  static String checkedArn(Request request) {
    String arn = request.input().string("ResourceArn");
    TableReference table = TableReference.of(arn);
    boolean isTable = table.isArn() && table.tableName().indexOf('/') < 0;
    if (!isTable && StreamName.ofArn(arn) == null) {
      throw PolicyErrors.invalidArn(arn);
    }
    return arn;
  }

  /** The resource of a checked ARN, which must exist. */
  PolicyResource resource(Namespace caller, String arn) {
    return StreamName.ofArn(arn) == null
        ? resource(caller, table(caller, arn))
        : PolicyResource.stream(
            streams.reader(caller, arn).description().name().arn(), arn, caller);
  }

  /** The same, to change its policy: a table that is coming or going does not allow that. */
  PolicyResource changeableResource(Namespace caller, String arn) {
    if (StreamName.ofArn(arn) == null) {
      TableState.checkUsable(table(caller, arn).description());
    }
    return resource(caller, arn);
  }

  private Table table(Namespace caller, String arn) {
    return catalogue.tableInAnyState(caller, arn);
  }

  private static PolicyResource resource(Namespace caller, Table table) {
    return PolicyResource.table(table.description().id(), table.name(), caller);
  }
}
