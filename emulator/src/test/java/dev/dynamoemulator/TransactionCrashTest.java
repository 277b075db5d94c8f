package dev.dynamoemulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class TransactionCrashTest {

  private static final int KILLS = 4;

  @TempDir Path directory;

  @Test
  void leavesAllOrNothingOfATransactionWhenTheProcessIsKilled() throws Exception {
    EmulatorOptions options = EmulatorOptions.builder().dbPath(directory).build();
    try (Emulator emulator = Emulator.start(options)) {
      Bank.found(emulator);
    }
    Random random = new Random(42);
    Set<String> answered = new HashSet<>();

    for (int kill = 0; kill < KILLS; kill++) {
      try (ReportingProcess process =
          ReportingProcess.start(BankProgram.class, directory.toString(), "k" + kill)) {
        for (int i = random.nextInt(1, 200); i > 0; i--) {
          answered.add(process.nextLine());
        }
        process.kill();
        for (String line = process.nextLine(); line != null; line = process.nextLine()) {
          answered.add(line);
        }
      }
    }

    try (Emulator emulator = Emulator.start(options)) {
      Bank bank = new Bank(emulator);
      assertThat(answered).doesNotContainNull().hasSizeGreaterThan(100);
      assertThat(bank.transfers()).containsAll(answered);
      assertThat(bank.total()).isEqualTo(Bank.TOTAL);
      bank.assertBooksAgree();
    }
  }
}
