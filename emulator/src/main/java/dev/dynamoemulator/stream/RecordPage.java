package dev.dynamoemulator.stream;

import java.util.List;

/**
 * Records that were read together.
 *
 * @param nextPosition where to read on; null when the end of a closed shard is reached
 */
public record RecordPage(List<StreamRecord> records, Long nextPosition) {}
