package dev.dynamoemulator.junit5;

import dev.dynamoemulator.EmulatorOptions;
import dev.dynamoemulator.junit5.Settings.TableSource;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Gives tests an emulator. Registered by {@link DynamoEmulator}, or by a field where what is wanted
 * is easier said in Java:
 *
 * <pre>{@code
 * @RegisterExtension
 * static DynamoEmulatorExtension dynamo =
 *     DynamoEmulatorExtension.builder().table(Order.class, "orders").build();
 * }</pre>
 *
 * <p>Thread-safe; emulators live in JUnit's own stores, which close them.
 */
public final class DynamoEmulatorExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        TestInstancePostProcessor,
        ParameterResolver {

  private static final String REPORT = "Last requests to the emulator";

  /** Null when annotations say what is wanted. */
  private final Settings settings;

  /** For JUnit, where the annotation is used. */
  public DynamoEmulatorExtension() {
    this(null);
  }

  private DynamoEmulatorExtension(Settings settings) {
    this.settings = settings;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Collects what is declared, as the members of {@link DynamoEmulator} do. */
  public static final class Builder {

    private Scope scope = Scope.CLASS;
    private Reset reset = Reset.BEFORE_EACH;
    private final List<TableSource> tables = new ArrayList<>();
    private final List<String> seed = new ArrayList<>();
    private EmulatorOptions options;
    private int journal = 20;

    private Builder() {}

    public Builder scope(Scope scope) {
      this.scope = scope;
      return this;
    }

    public Builder reset(Reset reset) {
      this.reset = reset;
      return this;
    }

    /** Creates the table of a class, named as the class. */
    public Builder table(Class<?> type) {
      return table(type, null);
    }

    public Builder table(Class<?> type, String name) {
      tables.add(new TableSource(type, name, null, Map.of()));
      return this;
    }

    /** Creates the tables that a file defines. */
    public Builder tables(String file) {
      return tables(file, Map.of());
    }

    public Builder tables(String file, Map<String, String> parameters) {
      tables.add(new TableSource(null, null, file, Map.copyOf(parameters)));
      return this;
    }

    public Builder seed(String... files) {
      seed.addAll(List.of(files));
      return this;
    }

    public Builder options(EmulatorOptions options) {
      this.options = options;
      return this;
    }

    /** How many requests are reported when a test fails; 0 for none. */
    public Builder journal(int requests) {
      this.journal = requests;
      return this;
    }

    public DynamoEmulatorExtension build() {
      return new DynamoEmulatorExtension(
          new Settings(
              scope, reset, List.copyOf(tables), List.copyOf(seed), List.of(), options, journal));
    }
  }

  private Home home(ExtensionContext context) {
    if (settings == null) {
      return Home.declaredAround(context)
          .orElseThrow(() -> new IllegalStateException("@DynamoEmulator is on nothing around"));
    }
    Home known = Home.store(context).get(this, Home.class);
    if (known == null) {
      known = new Home(context, settings, List.of(this));
      Home.store(context).put(this, known);
    }
    return known;
  }

  /** The emulator of the class, or what a test has instead. */
  private static RunningEmulator running(Home home, ExtensionContext context) {
    RunningEmulator common = home.running();
    if (context.getTestMethod().isEmpty() || !home.givesCopies(context)) {
      return common;
    }
    if (common.isBoundToInstances()) {
      throw new IllegalStateException(
          "The test gets an emulator of its own, while fields or constructors shared by several"
              + " tests got the emulator of the class. Inject into methods or, one instance a test,"
              + " into its fields; or set reset = NEVER");
    }
    return Home.store(context)
        .getOrComputeIfAbsent(
            List.of(home.key(), "copy"), absent -> common.fork(), RunningEmulator.class);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    Home home = home(context);
    RunningEmulator running = home.running();
    if (home.settings().reset() == Reset.BEFORE_EACH && !home.givesCopies(context)) {
      new Baselines(home).enter(context);
    }
    if (Fields.injectStatic(context.getRequiredTestClass(), running.injection())) {
      running.bindToInstances();
    }
  }

  @Override
  public void postProcessTestInstance(Object instance, ExtensionContext context) {
    if (isShared(context)) {
      RunningEmulator running = home(context).running();
      if (Fields.inject(instance, running.injection())) {
        running.bindToInstances();
      }
    }
  }

  private static boolean isShared(ExtensionContext context) {
    return context.getTestInstanceLifecycle().orElse(null) == Lifecycle.PER_CLASS;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    Home home = home(context);
    RunningEmulator running = running(home, context);
    boolean isReset = home.settings().reset() == Reset.BEFORE_EACH;
    if (isReset && !home.isOfMethod() && !home.givesCopies(context)) {
      new Baselines(home).enterTest(context);
    }
    seedOf(context).ifPresent(seed -> running.seedAnew(resources(context), seed));
    if (home.settings().scope() != Scope.JVM || isReset) {
      running.emulator().requestJournal().clear();
    }
    for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
      Fields.inject(instance, running.injection());
    }
  }

  private static Resources resources(ExtensionContext context) {
    return new Resources(context.getRequiredTestClass());
  }

  /** What the method has in place of the seed of its class. */
  private static Optional<List<URL>> seedOf(ExtensionContext context) {
    Resources resources = resources(context);
    Optional<Seed> declared = AnnotationSupport.findAnnotation(context.getElement(), Seed.class);
    if (declared.isPresent()) {
      return Optional.of(List.of(declared.get().value()))
          .map(files -> files.stream().map(resources::find).toList());
    }
    String owner =
        resources.home().getSimpleName() + "-" + context.getRequiredTestMethod().getName();
    return Optional.of(Home.defaultSeed(resources, owner)).filter(files -> !files.isEmpty());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    report(context, running(home(context), context));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Home home = home(context);
    report(context, home.running());
    if (home.context().getUniqueId().equals(context.getUniqueId())) {
      Fields.clearStatic(context.getRequiredTestClass());
    }
  }

  private static void report(ExtensionContext context, RunningEmulator running) {
    Throwable failure = context.getExecutionException().orElse(null);
    if (failure != null) {
      LastRequests.of(running.emulator())
          .ifPresent(
              requests -> {
                context.publishReportEntry(REPORT, requests.getMessage());
                failure.addSuppressed(requests);
              });
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return Injection.supports(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext context, ExtensionContext extensionContext) {
    Parameter parameter = context.getParameter();
    Home home = home(extensionContext);
    RunningEmulator running = running(home, extensionContext);
    if (context.getDeclaringExecutable() instanceof Constructor) {
      running.bindToInstances();
    }
    try {
      return running
          .injection()
          .value(parameter.getType(), parameter.getParameterizedType(), parameter);
    } catch (IllegalArgumentException e) {
      throw new ParameterResolutionException(e.getMessage(), e);
    }
  }
}
