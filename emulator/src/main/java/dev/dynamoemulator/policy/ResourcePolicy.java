package dev.dynamoemulator.policy;

/**
 * A policy as it is attached.
 *
 * @param document the text as it was sent
 */
public record ResourcePolicy(String revisionId, String document) {}
