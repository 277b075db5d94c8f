package dev.dynamoemulator.transfer;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.table.TableCodec;
import dev.dynamoemulator.table.TableDescription;
import dev.dynamoemulator.transfer.format.CsvOptions;
import dev.dynamoemulator.transfer.format.InputCompression;
import dev.dynamoemulator.transfer.format.InputFormat;
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
    ImportCounts counts)
    implements Job {

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
    return new Import(id, owner, table, request, newProgress, newCounts);
  }

  @Override
  public byte[] encode() {
    JobOutput out =
        new JobOutput()
            .text(id)
            .bytes(TableCodec.encode(owner, table))
            .token(request.token())
            .location(request.source())
            .text(request.format().name())
            .text(request.compression() == null ? null : request.compression().name());
    writeCsv(out, request.csv());
    return out.progress(progress)
        .number(counts.bytes())
        .number(counts.items())
        .number(counts.imported())
        .number(counts.errors())
        .toByteArray();
  }

  private static void writeCsv(JobOutput out, CsvOptions csv) {
    out.number(csv == null ? 0 : 1);
    if (csv != null) {
      out.text(csv.delimiter());
      List<String> header = csv.header();
      out.number(header == null ? JobOutput.ABSENT : header.size());
      if (header != null) {
        header.forEach(out::text);
      }
    }
  }

  static Import decode(byte[] value) {
    JobInput in = new JobInput(value);
    String id = in.text();
    var table = TableCodec.decode(in.bytes());
    ClientToken token = in.token();
    BucketLocation source = in.location();
    InputFormat format = InputFormat.valueOf(in.text());
    String compression = in.text();
    CsvOptions csv = readCsv(in);
    ImportRequest request =
        new ImportRequest(
            token,
            source,
            format,
            csv,
            compression == null ? null : InputCompression.valueOf(compression));
    return new Import(
        id,
        table.namespace(),
        table.description(),
        request,
        in.progress(),
        new ImportCounts(in.number(), in.number(), in.number(), in.number()));
  }

  private static CsvOptions readCsv(JobInput in) {
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
