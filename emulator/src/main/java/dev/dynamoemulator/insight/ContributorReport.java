package dev.dynamoemulator.insight;

import java.util.List;

/**
 * The keys of a table or index that contribute most to its traffic, the largest first. Items are
 * reported only where there is a sort key.
 */
public record ContributorReport(
    List<Contributor> accessedPartitionKeys,
    List<Contributor> accessedItems,
    List<Contributor> throttledPartitionKeys,
    List<Contributor> throttledItems) {}
