package dev.dynamoemulator.operation.kinesis;

import dev.dynamoemulator.kinesis.Destination;
import dev.dynamoemulator.kinesis.DestinationErrors;
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

/** Changes the precision of the times that are sent to a Kinesis stream (control-plane.md §5). */
public final class UpdateKinesisStreamingDestination implements Operation {

  private static final String CONFIGURATION = "UpdateKinesisStreamingConfiguration";

  private final Catalogue catalogue;
  private final KinesisDestinations destinations;

  public UpdateKinesisStreamingDestination(Catalogue catalogue, KinesisDestinations destinations) {
    this.catalogue = catalogue;
    this.destinations = destinations;
  }

  @Override
  public String name() {
    return "UpdateKinesisStreamingDestination";
  }

  @Override
  public Call check(Request request) {
    Precision precision = DestinationMembers.precision(request.input().struct(CONFIGURATION));
    if (precision == null) {
      throw DestinationErrors.nothingToUpdate();
    }
    return () -> update(request, request.input(), precision);
  }

  private Reply update(Request request, Struct input, Precision precision) {
    Table table = catalogue.tableInAnyState(request.namespace(), input.string("TableName"));
    TableState.checkUsable(table.description());
    Destination updating = destinations.update(table, input.string("StreamArn"), precision);
    return out -> DestinationMembers.write(out, table, updating, input, CONFIGURATION);
  }
}
