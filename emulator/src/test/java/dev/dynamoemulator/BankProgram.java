package dev.dynamoemulator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A program that moves money in a {@link Bank} on file, from several threads, and names each
 * transfer on its standard output when it has been answered.
 */
final class BankProgram {

  private static final int THREADS = 3;

  private BankProgram() {}

  public static void main(String[] arguments) throws InterruptedException {
    Emulator emulator =
        Emulator.start(EmulatorOptions.builder().dbPath(Path.of(arguments[0])).build());
    Bank bank = new Bank(emulator);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      String name = arguments[1] + "-" + i;
      threads.add(new Thread(() -> transfer(bank, name)));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void transfer(Bank bank, String name) {
    Random random = new Random(name.hashCode());
    for (int i = 0; ; i++) {
      int from = random.nextInt(Bank.ACCOUNTS);
      int to = (from + 1) % Bank.ACCOUNTS;
      if (bank.transfer(name + "-" + i, from, to, random.nextInt(1, 30))) {
        ReportingProcess.report(name + "-" + i);
      }
    }
  }
}
