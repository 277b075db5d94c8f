package dev.dynamoemulator.transfer;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.storage.VersionedForm;
import dev.dynamoemulator.transfer.format.ExportFormat;
import dev.dynamoemulator.transfer.format.ExportView;
import java.io.IOException;

/**
 * An export of a table.
 *
 * @param manifest the key of its {@code manifest-summary.json}; null while there is none
 */
public record Export(
    String id,
    Namespace owner,
    String tableName,
    String tableId,
    ExportRequest request,
    Progress progress,
    String manifest,
    long billedSizeBytes,
    long itemCount)
    implements Job {

  private static final String FOLDER = "AWSDynamoDB/";

  private static final VersionedForm<Export> FORM =
      new VersionedForm<>(
          "An export",
          1,
          (export, out) -> export.write(new JobOutput(out)),
          in -> read(new JobInput(in)));

  @Override
  public ClientToken token() {
    return request.token();
  }

  @Override
  public String arn(Namespace caller) {
    return caller.tableArn(tableName) + "/export/" + id;
  }

  Export failed(Progress failure) {
    return new Export(id, owner, tableName, tableId, request, failure, null, 0, 0);
  }

  Export completed(Progress completion, long bytes, long items) {
    return new Export(
        id,
        owner,
        tableName,
        tableId,
        request,
        completion,
        key("manifest-summary.json"),
        bytes,
        items);
  }

  /** The key of one of its own files (control-plane.md §3.2). */
  String key(String name) {
    return request.target().key(FOLDER + id + "/" + name);
  }

  /** The key of a data file; incremental exports share a folder (control-plane.md §3.3). */
  String dataKey(String name) {
    String file = "data/" + name + request.format().suffix();
    return request.window().isIncremental() ? request.target().key(FOLDER + file) : key(file);
  }

  @Override
  public byte[] encode() {
    return FORM.encode(this);
  }

  private void write(JobOutput out) throws IOException {
    ExportWindow window = request.window();
    out.text(id)
        .namespace(owner)
        .text(tableName)
        .text(tableId)
        .token(request.token())
        .location(request.target())
        .text(request.encryption())
        .text(request.encryptionKey())
        .constant(request.format())
        .time(window.from())
        .time(window.to())
        .constant(window.view())
        .progress(progress)
        .text(manifest)
        .number(billedSizeBytes)
        .number(itemCount);
  }

  static Export decode(byte[] value) {
    return FORM.decode(value);
  }

  private static Export read(JobInput in) throws IOException {
    return new Export(
        in.text(),
        in.namespace(),
        in.text(),
        in.text(),
        new ExportRequest(
            in.token(),
            in.location(),
            in.text(),
            in.text(),
            in.constant(ExportFormat.class),
            new ExportWindow(in.time(), in.time(), in.constant(ExportView.class))),
        in.progress(),
        in.text(),
        in.number(),
        in.number());
  }
}
