package dev.dynamoemulator.operation.transfer;

import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.TableReference;
import java.util.List;
import java.util.function.Function;

/**
 * Which exports or imports a request asks for.
 *
 * @param tableName null for all tables; the table need not exist
 * @param start the ARN after which to start; null for the first
 */
record JobList(String tableName, int limit, String start) {

  private static final int DEFAULT_LIMIT = 25;

  /** Some of the jobs; the token is null when there are no more. */
  record Page<T>(List<T> jobs, String nextToken) {}

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
   * @param jobs in the reverse order of their ARNs
   */
  <T> Page<T> page(List<T> jobs, Function<T, String> tableOf, Function<T, String> arnOf) {
    List<T> found =
        jobs.stream()
            .filter(job -> tableName == null || tableName.equals(tableOf.apply(job)))
            .filter(job -> start == null || arnOf.apply(job).compareTo(start) < 0)
            .toList();
    if (found.size() <= limit) {
      return new Page<>(found, null);
    }
    List<T> page = found.subList(0, limit);
    return new Page<>(page, JobPageToken.encode(arnOf.apply(page.get(limit - 1))));
  }
}
