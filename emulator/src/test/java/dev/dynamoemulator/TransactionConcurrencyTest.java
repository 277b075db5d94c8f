package dev.dynamoemulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Money that moves between accounts while others count it (transactions.md §6). */
@Timeout(120)
class TransactionConcurrencyTest {

  private static final int TELLERS = 4;
  private static final int AUDITORS = 2;

  @TempDir Path directory;

  @Test
  void neverShowsMoneyOnItsWayInMemory() throws Exception {
    try (Emulator emulator = Emulator.start(EmulatorOptions.builder().build())) {
      Bank bank = Bank.found(emulator);

      int moved = work(bank, 250);

      assertThat(moved).isGreaterThan(TELLERS * 50);
      assertThat(bank.transfers()).hasSize(moved);
    }
  }

  @Test
  void neverShowsMoneyOnItsWayInAFile() throws Exception {
    EmulatorOptions options = EmulatorOptions.builder().dbPath(directory).build();
    int moved;
    try (Emulator emulator = Emulator.start(options)) {
      moved = work(Bank.found(emulator), 150);
    }

    try (Emulator emulator = Emulator.start(options)) {
      Bank bank = new Bank(emulator);
      assertThat(bank.total()).isEqualTo(Bank.TOTAL);
      assertThat(bank.transfers()).hasSize(moved);
      bank.assertBooksAgree();
    }
  }

  @Test
  void neverShowsMoneyOnItsWayWhileTransactionsOverlap() throws Exception {
    EmulatorOptions options =
        EmulatorOptions.builder().holdTransactions(Duration.ofMillis(1)).build();
    try (Emulator emulator = Emulator.start(options)) {
      Bank bank = Bank.found(emulator);

      int moved = work(bank, 100);

      assertThat(moved).isPositive();
      assertThat(bank.transfers()).hasSize(moved);
    }
  }

  @Test
  void goesOnWhileItsTablesChange() throws Exception {
    try (Emulator emulator = Emulator.start(EmulatorOptions.builder().build())) {
      Bank bank = Bank.found(emulator);

      work(bank, 250, () -> changeTables(bank));

      bank.assertBooksAgree();
    }
  }

  private static void changeTables(Bank bank) {
    for (String table : List.of("accounts", "transfers")) {
      bank.call(
          "UpdateTable",
          """
          {'TableName':'%s','AttributeDefinitions':[{'AttributeName':'g','AttributeType':'S'}],
           'GlobalSecondaryIndexUpdates':[{'Create':{'IndexName':'byG',
             'KeySchema':[{'AttributeName':'g','KeyType':'HASH'}],
             'Projection':{'ProjectionType':'ALL'}}}]}
          """
              .formatted(table));
    }
    for (String table : List.of("transfers", "accounts")) {
      bank.call(
          "UpdateTable",
          "{'TableName':'%s','GlobalSecondaryIndexUpdates':[{'Delete':{'IndexName':'byG'}}]}"
              .formatted(table));
    }
  }

  /**
   * Lets tellers move money and others write beside them, while auditors count it.
   *
   * @param disturbances each repeated until the tellers are done
   * @return how many transfers went through
   */
  private static int work(Bank bank, int transfersEach, Runnable... disturbances) throws Exception {
    ExecutorService executor = Executors.newCachedThreadPool();
    AtomicBoolean isOver = new AtomicBoolean();
    try {
      List<Future<?>> others = new ArrayList<>();
      for (int i = 0; i < AUDITORS; i++) {
        others.add(executor.submit(() -> audit(bank, isOver)));
      }
      others.add(executor.submit(() -> touch(bank, isOver)));
      for (Runnable disturbance : disturbances) {
        others.add(executor.submit(() -> repeat(disturbance, isOver)));
      }
      List<Future<Integer>> tellers = new ArrayList<>();
      for (int i = 0; i < TELLERS; i++) {
        int teller = i;
        tellers.add(executor.submit(() -> transfer(bank, teller, transfersEach)));
      }
      int moved = 0;
      for (Future<Integer> teller : tellers) {
        moved += teller.get();
      }
      isOver.set(true);
      for (Future<?> other : others) {
        other.get();
      }
      assertThat(bank.total()).isEqualTo(Bank.TOTAL);
      bank.assertBooksAgree();
      return moved;
    } finally {
      isOver.set(true);
      executor.shutdownNow();
    }
  }

  private static int transfer(Bank bank, int teller, int transfers) {
    Random random = new Random(teller);
    int moved = 0;
    for (int i = 0; i < transfers; i++) {
      int from = random.nextInt(Bank.ACCOUNTS);
      int to = (from + random.nextInt(1, Bank.ACCOUNTS)) % Bank.ACCOUNTS;
      if (bank.transfer(teller + "-" + i, from, to, random.nextInt(1, 60))) {
        moved++;
      }
    }
    return moved;
  }

  private static void audit(Bank bank, AtomicBoolean isOver) {
    while (!isOver.get()) {
      assertThat(bank.total()).isEqualTo(Bank.TOTAL);
    }
  }

  private static void touch(Bank bank, AtomicBoolean isOver) {
    for (int number = 0; !isOver.get(); number++) {
      bank.touch(number % Bank.ACCOUNTS, number);
    }
  }

  private static void repeat(Runnable disturbance, AtomicBoolean isOver) {
    while (!isOver.get()) {
      disturbance.run();
    }
  }
}
