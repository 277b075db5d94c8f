package dev.dynamoemulator.junit5;

import dev.dynamoemulator.junit5.Settings.TableSource;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Where an emulator belongs: what is declared for it, and the class or method that it is declared
 * on.
 *
 * @param key of the emulator in JUnit's stores
 */
record Home(ExtensionContext context, Settings settings, Object key) {

  private static final Namespace NAMESPACE = Namespace.create(DynamoEmulatorExtension.class);

  /** The nearest class or method around the context that is annotated. */
  static Optional<Home> declaredAround(ExtensionContext context) {
    for (ExtensionContext c = context; c != null; c = c.getParent().orElse(null)) {
      Optional<DynamoEmulator> declared =
          AnnotationSupport.findAnnotation(c.getElement(), DynamoEmulator.class);
      if (declared.isPresent()) {
        return Optional.of(new Home(c, Settings.of(declared.get()), c.getUniqueId()));
      }
    }
    return Optional.empty();
  }

  static Store store(ExtensionContext context) {
    return context.getStore(NAMESPACE);
  }

  /** Whether it is that of a single test. */
  boolean isOfMethod() {
    return context.getTestMethod().isPresent();
  }

  RunningEmulator running() {
    if (settings.scope() == Scope.JVM) {
      return store(context.getRoot())
          .getOrComputeIfAbsent(commonKey(), absent -> start(), RunningEmulator.class);
    }
    return store(context).getOrComputeIfAbsent(key, absent -> start(), RunningEmulator.class);
  }

  /** The same for all classes that declare the same, and mean the same files by it. */
  private Object commonKey() {
    List<String> files =
        Stream.concat(
                settings.tables().stream().map(TableSource::file).filter(Objects::nonNull),
                settings.seed().stream())
            .map(file -> resources().find(file).toString())
            .toList();
    return List.of(settings, files);
  }

  private RunningEmulator start() {
    Resources resources = resources();
    return RunningEmulator.start(settings, resources, seed(resources));
  }

  Resources resources() {
    return new Resources(context.getRequiredTestClass());
  }

  private List<URL> seed(Resources resources) {
    if (!settings.seed().isEmpty()) {
      return settings.seed().stream().map(resources::find).toList();
    }
    return settings.scope() == Scope.JVM
        ? List.of()
        : defaultSeed(resources, resources.home().getSimpleName());
  }

  /** The files beside the class that are named for it or for one of its methods. */
  static List<URL> defaultSeed(Resources resources, String owner) {
    return Stream.of(".json", ".csv")
        .flatMap(form -> resources.beside(owner + "-seed" + form).stream())
        .toList();
  }

  /**
   * Whether the test gets a copy: when that is asked for, or when it may run beside others that
   * change the same emulator.
   */
  boolean givesCopies(ExtensionContext test) {
    if (isOfMethod()) {
      return false;
    }
    return settings.scope() == Scope.METHOD
        || settings.reset() == Reset.BEFORE_EACH && runsBesideOthers(test);
  }

  private boolean runsBesideOthers(ExtensionContext test) {
    for (ExtensionContext c = test; c != null; c = c.getParent().orElse(null)) {
      boolean isHome = c.getUniqueId().equals(context.getUniqueId());
      if (isHome && settings.scope() != Scope.JVM) {
        return false;
      }
      if (c.getElement().isPresent() && c.getExecutionMode() == ExecutionMode.CONCURRENT) {
        return true;
      }
    }
    return false;
  }
}
