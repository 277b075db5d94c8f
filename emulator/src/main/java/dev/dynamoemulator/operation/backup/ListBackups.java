package dev.dynamoemulator.operation.backup;

import dev.dynamoemulator.backup.Backup;
import dev.dynamoemulator.backup.Backups;
import dev.dynamoemulator.operation.Call;
import dev.dynamoemulator.operation.Operation;
import dev.dynamoemulator.operation.Reply;
import dev.dynamoemulator.operation.Request;
import dev.dynamoemulator.table.Catalogue;
import java.util.List;

/** Lists the caller's backups, oldest first, page by page (control-plane.md §1.2 rule 8). */
public final class ListBackups implements Operation {

  private static final int DEFAULT_LIMIT = 100;

  private final Catalogue catalogue;
  private final Backups backups;

  public ListBackups(Catalogue catalogue, Backups backups) {
    this.catalogue = catalogue;
    this.backups = backups;
  }

  @Override
  public String name() {
    return "ListBackups";
  }

  @Override
  public Call check(Request request) {
    BackupFilter filter = BackupFilter.of(request.input());
    Integer limit = request.input().integer("Limit");
    return () -> list(request, filter, limit == null ? DEFAULT_LIMIT : limit);
  }

  private Reply list(Request request, BackupFilter filter, int limit) {
    checkReach(request);
    List<Backup> found = backups.list(request.namespace()).stream().filter(filter::lets).toList();
    List<Backup> page = found.subList(0, Math.min(limit, found.size()));
    boolean isLastPage = page.size() == found.size();
    return out -> {
      out.objects(
          "BackupSummaries",
          page,
          (element, backup) -> BackupWriter.writeSummary(element, request.namespace(), backup));
      out.optionalString(
          "LastEvaluatedBackupArn",
          isLastPage ? null : page.get(page.size() - 1).arn(request.namespace()));
    };
  }

  private void checkReach(Request request) {
    String tableName = request.input().string("TableName");
    if (tableName != null) {
      catalogue.checkReach(request.namespace(), tableName);
    }
  }
}
