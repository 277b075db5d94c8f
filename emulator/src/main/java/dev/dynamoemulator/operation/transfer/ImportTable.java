package dev.dynamoemulator.operation.transfer;

import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.operation.table.ImportedTable;
import dev.dynamoemulator.shape.Fingerprint;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.transfer.BucketLocation;
import dev.dynamoemulator.transfer.ClientToken;
import dev.dynamoemulator.transfer.Import;
import dev.dynamoemulator.transfer.ImportRequest;
import dev.dynamoemulator.transfer.Imports;
import dev.dynamoemulator.transfer.format.CsvOptions;
import dev.dynamoemulator.transfer.format.InputCompression;
import dev.dynamoemulator.transfer.format.InputFormat;

/** Makes a table of the files in a bucket (control-plane.md §4). */
public final class ImportTable implements Operation {

  private final Imports imports;
  private final Environment environment;

  public ImportTable(Imports imports, Environment environment) {
    this.imports = imports;
    this.environment = environment;
  }

  @Override
  public String name() {
    return "ImportTable";
  }

  @Override
  public Call check(Request request) {
    ImportedTable table = ImportedTable.checked(request.input().struct("TableCreationParameters"));
    return () -> importTable(request, table);
  }

  private Reply importTable(Request request, ImportedTable table) {
    ImportRequest asked = asked(request.input());
    Namespace caller = request.namespace();
    Import job =
        imports.once(
            caller,
            asked.token(),
            () -> imports.start(caller, table.describe(caller, environment), asked));
    return out ->
        out.object(
            "ImportTableDescription",
            description -> ImportWriter.write(description, request.namespace(), job));
  }

  private static ImportRequest asked(Struct input) {
    Struct source = input.struct("S3BucketSource");
    String compression = input.string("InputCompressionType");
    return new ImportRequest(
        new ClientToken(input.string("ClientToken"), Fingerprint.of(input)),
        new BucketLocation(
            source.string("S3Bucket"),
            source.string("S3BucketOwner"),
            source.string("S3KeyPrefix")),
        InputFormat.valueOf(input.string("InputFormat")),
        csv(input.struct("InputFormatOptions")),
        compression == null ? null : InputCompression.valueOf(compression));
  }

  private static CsvOptions csv(Struct options) {
    Struct csv = options == null ? null : options.struct("Csv");
    return csv == null ? null : new CsvOptions(csv.string("Delimiter"), csv.strings("HeaderList"));
  }
}
