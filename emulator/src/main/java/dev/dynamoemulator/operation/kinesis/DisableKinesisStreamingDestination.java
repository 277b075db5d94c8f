package dev.dynamoemulator.operation.kinesis;

import dev.dynamoemulator.kinesis.Destination;
import dev.dynamoemulator.kinesis.KinesisDestinations;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.table.TableState;

/** Stops sending the changes of a table to a Kinesis stream (control-plane.md §5). */
public final class DisableKinesisStreamingDestination implements Operation {

  private static final String CONFIGURATION = "EnableKinesisStreamingConfiguration";

  private final Catalogue catalogue;
  private final KinesisDestinations destinations;

  public DisableKinesisStreamingDestination(Catalogue catalogue, KinesisDestinations destinations) {
    this.catalogue = catalogue;
    this.destinations = destinations;
  }

  @Override
  public String name() {
    return "DisableKinesisStreamingDestination";
  }

  @Override
  public Call check(Request request) {
    return () -> disable(request, request.input());
  }

  private Reply disable(Request request, Struct input) {
    Table table = catalogue.tableInAnyState(request.namespace(), input.string("TableName"));
    TableState.checkUsable(table.description());
    Destination disabling = destinations.disable(table, input.string("StreamArn"));
    return out -> DestinationMembers.write(out, table, disabling, input, CONFIGURATION);
  }
}
