package dev.dynamoemulator.storage.h2;

import dev.dynamoemulator.ReportingProcess;
import dev.dynamoemulator.storage.StorageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that commits {@link TwinBatches} to a file, from several threads, and reports each on
 * its standard output when it has returned.
 */
final class WriterProgram {

  private static final int THREADS = 3;

  private WriterProgram() {}

  public static void main(String[] arguments) throws InterruptedException {
    H2Storage storage = H2Storage.file(Path.of(arguments[0]), Durability.EVERY_COMMIT);
    ReportingProcess.report("open");
    long first = Long.parseLong(arguments[1]);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      long offset = i;
      threads.add(new Thread(() -> write(storage, first + offset)));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    try {
      storage.get(TwinBatches.LEFT, new byte[0]);
    } catch (StorageException e) {
      ReportingProcess.report(e.getMessage());
    }
  }

  private static void write(H2Storage storage, long first) {
    try {
      for (long number = first; ; number += THREADS) {
        storage.commit(TwinBatches.batch(number));
        ReportingProcess.report(Long.toString(number));
      }
    } catch (StorageException e) {
      ReportingProcess.report(e.getMessage());
    }
  }
}
