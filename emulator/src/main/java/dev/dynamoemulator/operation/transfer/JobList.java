package dev.dynamoemulator.operation.transfer;

import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.shape.ResponseWriter;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.TableReference;
import dev.dynamoemulator.transfer.Job;
import java.util.List;

/**
 * Which exports or imports a request asks for.
 *
 * @param tableName null for all tables; the table need not exist
 * @param start the ARN after which to start; null for the first
 */
record JobList(String tableName, int limit, String start) {

  private static final int DEFAULT_LIMIT = 25;

  /** Writes what a list says of a job. */
  @FunctionalInterface
  interface SummaryWriter<T extends Job> {
    void write(ResponseWriter out, Namespace caller, T job);
  }

  /**
   * The list, when its token can be read.
   *
   * @param limitMember names the member with the size of a page
   */
  static JobList checked(Struct input, String limitMember) {
    String table = input.string("TableArn");
    Integer limit = input.integer(limitMember);
    String token = input.string("NextToken");
    return new JobList(
        table == null ? null : TableReference.of(table).tableName(),
        limit == null ? DEFAULT_LIMIT : limit,
        token == null ? null : JobPageToken.decode(token));
  }

  /**
   * A page of the caller's jobs, and a token when there are more.
   *
   * @param member of the answer that has the jobs
   * @param jobs in the reverse order of their ARNs
   */
  <T extends Job> Reply reply(
      String member, Namespace caller, List<T> jobs, SummaryWriter<T> summary) {
    List<T> found =
        jobs.stream()
            .filter(job -> tableName == null || tableName.equals(job.tableName()))
            .filter(job -> start == null || job.arn(caller).compareTo(start) < 0)
            .toList();
    List<T> page = found.subList(0, Math.min(limit, found.size()));
    return out -> {
      out.objects(member, page, (element, job) -> summary.write(element, caller, job));
      if (page.size() < found.size()) {
        out.string("NextToken", JobPageToken.encode(page.get(limit - 1).arn(caller)));
      }
    };
  }
}
