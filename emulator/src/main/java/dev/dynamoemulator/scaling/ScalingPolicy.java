package dev.dynamoemulator.scaling;

/**
 * A target tracking policy. Cooldowns and the flag are null where they were not given.
 *
 * @param targetValue the utilisation to keep, in per cent
 */
public record ScalingPolicy(
    String name,
    Boolean disablesScaleIn,
    Integer scaleInCooldown,
    Integer scaleOutCooldown,
    double targetValue) {}
