package dev.dynamoemulator.junit5;

import dev.dynamoemulator.Emulator;
import dev.dynamoemulator.EmulatorSnapshot;
import java.net.URL;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * An emulator that tests run against; JUnit closes it with the store that keeps it. Thread-safe.
 */
@SuppressWarnings("deprecation") // JUnit before 5.13 closes nothing else.
final class RunningEmulator implements CloseableResource, AutoCloseable {

  private final Emulator emulator;
  private final Settings settings;
  private final Injection injection;
  private final EmulatorSnapshot withoutSeed;
  private final EmulatorSnapshot initial;
  private volatile boolean isBoundToInstances;

  private RunningEmulator(
      Emulator emulator,
      Settings settings,
      EmulatorSnapshot withoutSeed,
      EmulatorSnapshot initial) {
    this.emulator = emulator;
    this.settings = settings;
    this.injection = new Injection(emulator, settings.tables());
    this.withoutSeed = withoutSeed;
    this.initial = initial;
    emulator.requestJournal().keep(settings.journal());
  }

  /** Starts an emulator with its tables and items. */
  static RunningEmulator start(Settings settings, Resources resources, List<URL> seed) {
    Emulator emulator = Emulator.start(settings.emulatorOptions());
    try {
      Setup setup = new Setup(emulator, resources);
      setup.createTables(settings.tables());
      boolean isInMemory = settings.emulatorOptions().dbPath().isEmpty();
      EmulatorSnapshot withoutSeed = isInMemory ? emulator.snapshot() : null;
      setup.seed(seed);
      if (isInMemory) {
        emulator.baseline();
      }
      return new RunningEmulator(
          emulator, settings, withoutSeed, isInMemory ? emulator.snapshot() : null);
    } catch (RuntimeException | Error e) {
      emulator.close();
      throw e;
    }
  }

  /** Another with the same state. */
  RunningEmulator fork() {
    Emulator fork = emulator.fork();
    fork.baseline();
    return new RunningEmulator(fork, settings, withoutSeed, initial);
  }

  Emulator emulator() {
    return emulator;
  }

  Injection injection() {
    return injection;
  }

  /** Its state after the start. */
  EmulatorSnapshot initial() {
    return initial;
  }

  /** Goes back to the tables without the seed, and fills them with another. */
  void seedAnew(Resources resources, List<URL> seed) {
    if (withoutSeed != null) {
      emulator.restore(withoutSeed);
    }
    new Setup(emulator, resources).seed(seed);
    emulator.requestJournal().clear();
  }

  /** Something of it is where all tests find it, so that no test can have a copy instead. */
  void bindToInstances() {
    isBoundToInstances = true;
  }

  boolean isBoundToInstances() {
    return isBoundToInstances;
  }

  @Override
  public void close() {
    emulator.close();
  }
}
