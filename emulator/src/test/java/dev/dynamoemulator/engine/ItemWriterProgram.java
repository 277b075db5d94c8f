package dev.dynamoemulator.engine;

import dev.dynamoemulator.ReportingProcess;
import dev.dynamoemulator.operation.item.ItemsFixture;
import java.nio.file.Path;

/**
 * A program that puts items into the table {@code tbl} of a database file, from several threads. It
 * reports the number of each on its standard output when the put was answered. An item moves in the
 * index {@code whole} nearly each time it is put.
 */
final class ItemWriterProgram {

  private static final int THREADS = 3;

  private ItemWriterProgram() {}

  public static void main(String[] arguments) throws InterruptedException {
    ItemsFixture items = ItemsFixture.inDirectory(Path.of(arguments[0]));
    long first = Long.parseLong(arguments[1]);
    ReportingProcess.report("open");
    Together.run(
        THREADS,
        thread -> {
          for (long number = first + thread; ; number += THREADS) {
            items.put("tbl", item(number));
            ReportingProcess.report(Long.toString(number));
          }
        });
  }

  private static String item(long number) {
    return "'pk':{'S':'%d'},'number':{'N':'%d'},'gpk':{'S':'g%d'}"
        .formatted(number % CrashTest.ITEMS, number, number % 5);
  }
}
