package dev.dynamoemulator.operation.transfer;

import dev.dynamoemulator.backup.BackupErrors;
import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.shape.Fingerprint;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.Catalogue;
import dev.dynamoemulator.table.Table;
import dev.dynamoemulator.transfer.BucketLocation;
import dev.dynamoemulator.transfer.ClientToken;
import dev.dynamoemulator.transfer.Export;
import dev.dynamoemulator.transfer.ExportRequest;
import dev.dynamoemulator.transfer.Exports;
import dev.dynamoemulator.transfer.format.ExportFormat;
import java.util.List;

/** Writes a table as it was, or what changed in it, to a bucket (control-plane.md §3). */
public final class ExportTableToPointInTime implements Operation {

  private final Catalogue catalogue;
  private final Exports exports;
  private final Environment environment;

  public ExportTableToPointInTime(Catalogue catalogue, Exports exports, Environment environment) {
    this.catalogue = catalogue;
    this.exports = exports;
    this.environment = environment;
  }

  @Override
  public String name() {
    return "ExportTableToPointInTime";
  }

  @Override
  public List<String> tableNames(Request request) {
    return List.of(request.input().string("TableArn"));
  }

  @Override
  public Call check(Request request) {
    RequestedWindow window = RequestedWindow.checked(request.input());
    return () -> export(request, window);
  }

  private Reply export(Request request, RequestedWindow window) {
    Struct input = request.input();
    ClientToken token = new ClientToken(input.string("ClientToken"), Fingerprint.of(input));
    Export export = exports.once(request.namespace(), token, () -> begin(request, token, window));
    return out ->
        out.object(
            "ExportDescription",
            description -> ExportWriter.write(description, request.namespace(), export));
  }

  private Export begin(Request request, ClientToken token, RequestedWindow window) {
    Struct input = request.input();
    Table table =
        catalogue.tableInAnyState(
            request.namespace(), input.string("TableArn"), BackupErrors::tableNotFound);
    String format = input.string("ExportFormat");
    return exports.start(
        request.namespace(),
        table,
        new ExportRequest(
            token,
            new BucketLocation(
                input.string("S3Bucket"), input.string("S3BucketOwner"), input.string("S3Prefix")),
            input.string("S3SseAlgorithm"),
            input.string("S3SseKmsKeyId"),
            format == null ? ExportFormat.DYNAMODB_JSON : ExportFormat.valueOf(format),
            window.at(environment.now())));
  }
}
