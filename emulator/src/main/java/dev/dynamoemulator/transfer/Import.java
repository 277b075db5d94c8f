package dev.dynamoemulator.transfer;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.storage.VersionedForm;
import dev.dynamoemulator.table.TableCodec;
import dev.dynamoemulator.table.TableDescription;
import dev.dynamoemulator.transfer.format.CsvOptions;
import dev.dynamoemulator.transfer.format.InputCompression;
import dev.dynamoemulator.transfer.format.InputFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * An import of a table.
 *
 * @param table as it is made, in state CREATING
 */
public record Import(
    String id,
    Namespace owner,
    TableDescription table,
    ImportRequest request,
    Progress progress,
    ImportCounts counts,
    ImportPosition position)
    implements Job {

  private static final VersionedForm<Import> FORM =
      new VersionedForm<>(
          "An import",
          1,
          (job, out) -> job.write(new JobOutput(out)),
          in -> read(new JobInput(in)));

  @Override
  public String tableName() {
    return table.name();
  }

  @Override
  public ClientToken token() {
    return request.token();
  }

  @Override
  public String arn(Namespace caller) {
    return caller.tableArn(table.name()) + "/import/" + id;
  }

  /** Where the service logs bad items (control-plane.md §4.2). */
  public String logGroupArn(Namespace caller) {
    return "arn:"
        + caller.partition()
        + ":logs:"
        + caller.region()
        + ":"
        + caller.account()
        + ":log-group:/aws-dynamodb/imports:*";
  }

  Import with(Progress newProgress, ImportCounts newCounts) {
    return new Import(id, owner, table, request, newProgress, newCounts, position);
  }

  /** The same, having come so far. */
  Import at(ImportPosition newPosition, ImportCounts newCounts) {
    return new Import(id, owner, table, request, progress, newCounts, newPosition);
  }

  @Override
  public byte[] encode() {
    return FORM.encode(this);
  }

  private void write(JobOutput out) throws IOException {
    out.text(id)
        .bytes(TableCodec.encode(owner, table))
        .token(request.token())
        .location(request.source())
        .constant(request.format())
        .constant(request.compression());
    writeCsv(out, request.csv());
    out.progress(progress)
        .number(counts.bytes())
        .number(counts.items())
        .number(counts.imported())
        .number(counts.errors())
        .number(position.objects())
        .number(position.items())
        .number(position.bytes());
  }

  private static void writeCsv(JobOutput out, CsvOptions csv) throws IOException {
    out.number(csv == null ? 0 : 1);
    if (csv != null) {
      out.text(csv.delimiter());
      List<String> header = csv.header();
      out.number(header == null ? JobOutput.ABSENT : header.size());
      if (header != null) {
        for (String column : header) {
          out.text(column);
        }
      }
    }
  }

  static Import decode(byte[] value) {
    return FORM.decode(value);
  }

  private static Import read(JobInput in) throws IOException {
    String id = in.text();
    var table = TableCodec.decode(in.bytes());
    ClientToken token = in.token();
    BucketLocation source = in.location();
    InputFormat format = in.constant(InputFormat.class);
    InputCompression compression = in.constant(InputCompression.class);
    return new Import(
        id,
        table.namespace(),
        table.description(),
        new ImportRequest(token, source, format, readCsv(in), compression),
        in.progress(),
        new ImportCounts(in.number(), in.number(), in.number(), in.number()),
        new ImportPosition(in.number(), in.number(), in.number()));
  }

  private static CsvOptions readCsv(JobInput in) throws IOException {
    if (in.number() == 0) {
      return null;
    }
    String delimiter = in.text();
    long columns = in.number();
    if (columns == JobOutput.ABSENT) {
      return new CsvOptions(delimiter, null);
    }
    List<String> header = new ArrayList<>();
    for (long i = 0; i < columns; i++) {
      header.add(in.text());
    }
    return new CsvOptions(delimiter, List.copyOf(header));
  }
}
