package dev.dynamoemulator.operation.kinesis;

import dev.dynamoemulator.kinesis.KinesisDestinations;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.table.Catalogue;
import java.util.List;

/** The operations on streaming destinations. */
public final class KinesisOperations {

  private KinesisOperations() {}

  public static List<Operation> all(Catalogue catalogue, KinesisDestinations destinations) {
    return List.of(
        new EnableKinesisStreamingDestination(catalogue, destinations),
        new UpdateKinesisStreamingDestination(catalogue, destinations),
        new DisableKinesisStreamingDestination(catalogue, destinations),
        new DescribeKinesisStreamingDestination(catalogue, destinations));
  }
}
