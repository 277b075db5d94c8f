package dev.dynamoemulator.scaling;

import java.util.List;
import java.util.stream.Stream;

/**
 * How the read or the write capacity of a table or an index is scaled. A member is null where it
 * was never given.
 */
public record ScalingSettings(
    Long minimumUnits,
    Long maximumUnits,
    Boolean isDisabled,
    String roleArn,
    List<ScalingPolicy> policies) {

  /** What shows when nothing was ever set. */
  public static final ScalingSettings OFF = new ScalingSettings(null, null, true, null, List.of());

  public ScalingSettings {
    policies = List.copyOf(policies);
  }

  public boolean isEnabled() {
    return !Boolean.TRUE.equals(isDisabled);
  }

  /** These where given, else the former ones; of policies with one name, the new one. */
  public ScalingSettings over(ScalingSettings former) {
    Stream<ScalingPolicy> kept =
        former.policies().stream()
            .filter(policy -> policies.stream().noneMatch(own -> own.name().equals(policy.name())));
    return new ScalingSettings(
        minimumUnits == null ? former.minimumUnits() : minimumUnits,
        maximumUnits == null ? former.maximumUnits() : maximumUnits,
        isDisabled,
        roleArn == null ? former.roleArn() : roleArn,
        Stream.concat(kept, policies.stream()).toList());
  }
}
