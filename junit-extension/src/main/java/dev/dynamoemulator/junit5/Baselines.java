package dev.dynamoemulator.junit5;

import dev.dynamoemulator.Emulator;
import dev.dynamoemulator.EmulatorSnapshot;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The states that an emulator goes back to: one for each class, of after its BeforeAll. */
record Baselines(Home home) {

  /** Before the tests of a class: as it was before those of the class around it. */
  void enter(ExtensionContext testClass) {
    RunningEmulator running = home.running();
    if (testClass.getUniqueId().equals(home.context().getUniqueId())) {
      if (home.settings().scope() == Scope.JVM) {
        running.emulator().restore(running.initial());
      }
      return;
    }
    restore(classAround(testClass.getParent().orElseThrow()), running.emulator());
  }

  /** Before a test: as it was before the first test of the same class. */
  void enterTest(ExtensionContext test) {
    restore(classAround(test), home.running().emulator());
  }

  private void restore(ExtensionContext testClass, Emulator emulator) {
    Object key = List.of(home.key(), testClass.getUniqueId());
    ExtensionContext.Store store = Home.store(testClass);
    EmulatorSnapshot known = store.get(key, EmulatorSnapshot.class);
    if (known == null) {
      emulator.baseline();
      store.put(key, emulator.snapshot());
    } else {
      emulator.restore(known);
    }
  }

  private static ExtensionContext classAround(ExtensionContext context) {
    ExtensionContext around = context;
    while (around.getTestMethod().isPresent()) {
      around = around.getParent().orElseThrow();
    }
    return around;
  }
}
