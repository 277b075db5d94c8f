package dev.dynamoemulator.operation.global;

import dev.dynamoemulator.operation.table.ReplicaWriter;
import dev.dynamoemulator.replication.GlobalTable;
import dev.dynamoemulator.replication.Replica;
import dev.dynamoemulator.replication.TableReplicas;
import dev.dynamoemulator.scaling.AutoScaling;
import dev.dynamoemulator.scaling.ScalingPolicy;
import dev.dynamoemulator.scaling.ScalingSettings;
import dev.dynamoemulator.scaling.TableScaling;
import dev.dynamoemulator.shape.ResponseWriter;
import dev.dynamoemulator.table.GlobalIndex;
import dev.dynamoemulator.table.Table;
import java.util.ArrayList;
import java.util.List;

/** Writes auto scaling settings: {@code TableAutoScalingDescription} and its parts (§10). */
final class ScalingWriter {

  private final TableReplicas replicas;
  private final AutoScaling scaling;

  ScalingWriter(TableReplicas replicas, AutoScaling scaling) {
    this.replicas = replicas;
    this.scaling = scaling;
  }

  /**
   * @param status the status to show
   */
  void write(ResponseWriter out, Table table, String status) {
    GlobalTable globalTable = replicas.of(table.namespace(), table.name());
    out.object(
        "TableAutoScalingDescription",
        description -> {
          description.string("TableName", table.name());
          description.string("TableStatus", status);
          description.objects("Replicas", members(table, globalTable), this::writeMember);
        });
  }

  private record Member(String region, String status, Table table) {}

  /** A table without replicas is shown as its only one. */
  private List<Member> members(Table table, GlobalTable globalTable) {
    if (globalTable == null) {
      return List.of(
          new Member(table.namespace().region(), table.description().status().name(), table));
    }
    List<Member> members = new ArrayList<>();
    for (Replica replica : globalTable.replicas()) {
      Table own = replicas.table(globalTable, replica.region());
      members.add(new Member(replica.region(), ReplicaWriter.status(replica, own), own));
    }
    return members;
  }

  private void writeMember(ResponseWriter out, Member member) {
    out.string("RegionName", member.region());
    if (member.table() != null) {
      TableScaling settings = scaling.of(member.table());
      out.objects(
          "GlobalSecondaryIndexes",
          member.table().description().globalIndexes(),
          (element, index) -> writeIndex(element, index, settings.index(index.name())));
      write(out, "ReplicaProvisionedReadCapacityAutoScalingSettings", settings.read());
      write(out, "ReplicaProvisionedWriteCapacityAutoScalingSettings", settings.write());
    }
    out.string("ReplicaStatus", member.status());
  }

  private static void writeIndex(
      ResponseWriter out, GlobalIndex index, TableScaling.Pair settings) {
    out.string("IndexName", index.name());
    out.string("IndexStatus", index.status().name());
    write(out, "ProvisionedReadCapacityAutoScalingSettings", settings.read());
    write(out, "ProvisionedWriteCapacityAutoScalingSettings", settings.write());
  }

  /** An {@code AutoScalingSettingsDescription}. */
  static void write(ResponseWriter out, String member, ScalingSettings settings) {
    out.object(
        member,
        description -> {
          description.optionalNumber("MinimumUnits", settings.minimumUnits());
          description.optionalNumber("MaximumUnits", settings.maximumUnits());
          description.optionalBool("AutoScalingDisabled", settings.isDisabled());
          description.optionalString("AutoScalingRoleArn", settings.roleArn());
          description.optionalObjects(
              "ScalingPolicies", settings.policies(), ScalingWriter::writePolicy);
        });
  }

  private static void writePolicy(ResponseWriter out, ScalingPolicy policy) {
    out.string("PolicyName", policy.name());
    out.object(
        "TargetTrackingScalingPolicyConfiguration",
        tracking -> {
          tracking.optionalBool("DisableScaleIn", policy.disablesScaleIn());
          tracking.optionalNumber("ScaleInCooldown", policy.scaleInCooldown());
          tracking.optionalNumber("ScaleOutCooldown", policy.scaleOutCooldown());
          tracking.number("TargetValue", policy.targetValue());
        });
  }
}
