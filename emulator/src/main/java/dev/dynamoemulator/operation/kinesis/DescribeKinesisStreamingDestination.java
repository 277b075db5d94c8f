package dev.dynamoemulator.operation.kinesis;

import dev.dynamoemulator.kinesis.Destination;
import dev.dynamoemulator.kinesis.KinesisDestinations;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.shape.ResponseWriter;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.Table;
import java.util.List;

/** Describes the Kinesis streams that a table has or had as destinations (control-plane.md §5). */
public final class DescribeKinesisStreamingDestination implements Operation {

  private final Catalogue catalogue;
  private final KinesisDestinations destinations;

  public DescribeKinesisStreamingDestination(
      Catalogue catalogue, KinesisDestinations destinations) {
    this.catalogue = catalogue;
    this.destinations = destinations;
  }

  @Override
  public String name() {
    return "DescribeKinesisStreamingDestination";
  }

  @Override
  public Call check(Request request) {
    return () -> describe(request, request.input().string("TableName"));
  }

  private Reply describe(Request request, String tableName) {
    Table table = catalogue.tableInAnyState(request.namespace(), tableName);
    List<Destination> found = destinations.list(table);
    return out -> {
      out.string("TableName", table.name());
      out.objects(
          "KinesisDataStreamDestinations", found, DescribeKinesisStreamingDestination::write);
    };
  }

  private static void write(ResponseWriter out, Destination destination) {
    out.string("StreamArn", destination.streamArn());
    out.string("DestinationStatus", destination.status().name());
    if (!destination.description().isEmpty()) {
      out.string("DestinationStatusDescription", destination.description());
    }
    DestinationMembers.writePrecision(out, destination);
  }
}
