package dev.dynamoemulator.operation.global;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.scaling.ScalingPolicy;
import dev.dynamoemulator.scaling.ScalingSettings;
import dev.dynamoemulator.shape.Struct;
import java.util.List;

/** Auto scaling settings as a request gives them: {@code AutoScalingSettingsUpdate} (§10). */
final class ScalingRequest {

  private static final double LEAST_TARGET = 20;
  private static final double HIGHEST_TARGET = 90;

  private ScalingRequest() {}

  /** Refuses what Application Auto Scaling would; null is no settings. */
  static void check(Struct settings) {
    if (settings == null) {
      return;
    }
    Long minimum = settings.longNumber("MinimumUnits");
    Long maximum = settings.longNumber("MaximumUnits");
    if (minimum != null && maximum != null && minimum > maximum) {
      throw GlobalTableErrors.scalingBoundsReversed();
    }
    Struct policy = settings.struct("ScalingPolicyUpdate");
    if (policy != null) {
      double target = tracking(policy).doubleNumber("TargetValue");
      if (target < LEAST_TARGET || target > HIGHEST_TARGET) {
        throw GlobalTableErrors.targetOutOfBounds();
      }
    }
  }

  /**
   * @param resource {@code table/} and its name, followed by {@code /index/} and its name
   * @param dimension {@code Read} or {@code Write}
   */
  static ScalingSettings of(Struct settings, Namespace owner, String resource, String dimension) {
    Boolean isDisabled = settings.bool("AutoScalingDisabled");
    Struct policy = settings.struct("ScalingPolicyUpdate");
    String role = settings.string("AutoScalingRoleArn");
    return new ScalingSettings(
        settings.longNumber("MinimumUnits"),
        settings.longNumber("MaximumUnits"),
        isDisabled,
        role == null && !Boolean.TRUE.equals(isDisabled) ? defaultRole(owner) : role,
        policy == null ? List.of() : List.of(policy(policy, resource, dimension)));
  }

  private static ScalingPolicy policy(Struct policy, String resource, String dimension) {
    Struct tracking = tracking(policy);
    String name = policy.string("PolicyName");
    return new ScalingPolicy(
        name == null ? "DynamoDB" + dimension + "CapacityUtilization:" + resource : name,
        tracking.bool("DisableScaleIn"),
        tracking.integer("ScaleInCooldown"),
        tracking.integer("ScaleOutCooldown"),
        tracking.doubleNumber("TargetValue"));
  }

  private static Struct tracking(Struct policy) {
    return policy.struct("TargetTrackingScalingPolicyConfiguration");
  }

  /** The role that the service makes for itself. */
  private static String defaultRole(Namespace owner) {
    return "arn:"
        + owner.partition()
        + ":iam::"
        + owner.account()
        + ":role/aws-service-role/dynamodb.application-autoscaling.amazonaws.com/"
        + "AWSServiceRoleForApplicationAutoScaling_DynamoDBTable";
  }
}
