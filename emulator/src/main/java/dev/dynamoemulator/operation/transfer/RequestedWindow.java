package dev.dynamoemulator.operation.transfer;

import dev.dynamoemulator.operation.backup.Timestamp;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.transfer.ExportWindow;
import dev.dynamoemulator.transfer.TransferErrors;
import dev.dynamoemulator.transfer.format.ExportView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The part of a table's past that a request asks for.
 *
 * @param from null for a full export
 * @param to null for the present
 * @param view null for a full export
 */
record RequestedWindow(Instant from, Instant to, ExportView view) {

  /** The part, when the members agree with the type of the export. */
  static RequestedWindow checked(Struct input) {
    Struct specification = input.struct("IncrementalExportSpecification");
    Instant exportTime = Timestamp.of(input, "ExportTime");
    if (!"INCREMENTAL_EXPORT".equals(input.string("ExportType"))) {
      checkNoSpecification(specification);
      return new RequestedWindow(null, exportTime, null);
    }
    checkSpecification(specification);
    checkNoExportTime(exportTime);
    return incremental(specification);
  }

  private static void checkNoSpecification(Struct specification) {
    if (specification != null) {
      throw TransferErrors.incrementalSpecificationOfFullExport();
    }
  }

  private static void checkSpecification(Struct specification) {
    if (specification == null || !specification.has("ExportFromTime")) {
      throw TransferErrors.noIncrementalSpecification();
    }
  }

  private static void checkNoExportTime(Instant exportTime) {
    if (exportTime != null) {
      throw TransferErrors.exportTimeOfIncrementalExport();
    }
  }

  private static RequestedWindow incremental(Struct specification) {
    String view = specification.string("ExportViewType");
    return new RequestedWindow(
        Timestamp.of(specification, "ExportFromTime"),
        Timestamp.of(specification, "ExportToTime"),
        view == null ? ExportView.NEW_AND_OLD_IMAGES : ExportView.valueOf(view));
  }

  ExportWindow at(Instant now) {
    Instant end = to == null ? now.truncatedTo(ChronoUnit.MILLIS) : to;
    ExportWindow window = new ExportWindow(from, end, view);
    if (window.isIncremental()) {
      window.checkLength();
    }
    return window;
  }
}
