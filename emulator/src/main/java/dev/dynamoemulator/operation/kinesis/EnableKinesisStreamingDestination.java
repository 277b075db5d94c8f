package dev.dynamoemulator.operation.kinesis;

import dev.dynamoemulator.kinesis.Destination;
import dev.dynamoemulator.kinesis.KinesisDestinations;
import dev.dynamoemulator.kinesis.Precision;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableState;

/** Begins to send the changes of a table to a Kinesis stream (control-plane.md §5). */
public final class EnableKinesisStreamingDestination implements Operation {

  private static final String CONFIGURATION = "EnableKinesisStreamingConfiguration";

  private final Catalogue catalogue;
  private final KinesisDestinations destinations;

  public EnableKinesisStreamingDestination(Catalogue catalogue, KinesisDestinations destinations) {
    this.catalogue = catalogue;
    this.destinations = destinations;
  }

  @Override
  public String name() {
    return "EnableKinesisStreamingDestination";
  }

  @Override
  public Call check(Request request) {
    DestinationMembers.checkStreamArn(request.input());
    Precision precision = DestinationMembers.precision(request.input().struct(CONFIGURATION));
    return () ->
        enable(request, request.input(), precision == null ? Precision.MILLISECOND : precision);
  }

  private Reply enable(Request request, Struct input, Precision precision) {
    Table table = catalogue.tableInAnyState(request.namespace(), input.string("TableName"));
    TableState.checkUsable(table.description());
    Destination enabling = destinations.enable(table, input.string("StreamArn"), precision);
    return out -> DestinationMembers.write(out, table, enabling, input, CONFIGURATION);
  }
}
