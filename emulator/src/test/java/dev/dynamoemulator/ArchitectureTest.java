package dev.dynamoemulator;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.dynamoemulator.model.DynamoDbException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may use whom: the dependency column of the architecture, and the rules that go with it. */
class ArchitectureTest {

  private static final String ROOT = "dev.dynamoemulator";

  /** Of requests to other APIs; the one part of the fixtures that has no tables in it. */
  private static final String SIGNATURE = "fixtures.signature";

  /** Methods that answer differently each time, or wait, by the class that has them. */
  private static final Map<Class<?>, String> CLOCK_AND_CHANCE =
      Map.of(
          System.class, "currentTimeMillis|nanoTime",
          Math.class, "random",
          StrictMath.class, "random",
          UUID.class, "randomUUID",
          Collections.class, "shuffle",
          Thread.class, "sleep",
          TimeUnit.class, "sleep",
          LockSupport.class, "parkNanos|parkUntil");

  /** What has a sibling that is told the locale or the charset. */
  private static final Set<String> BY_THE_JVM =
      Set.of(
          "String.format(String,Object[])",
          "String.formatted(Object[])",
          "String.toLowerCase()",
          "String.toUpperCase()",
          "String.getBytes()",
          "String.<init>(byte[])",
          "String.<init>(byte[],int,int)",
          "InputStreamReader.<init>(InputStream)",
          "OutputStreamWriter.<init>(OutputStream)",
          "PrintStream.<init>(OutputStream)",
          "FileReader.<init>(File)",
          "FileReader.<init>(String)",
          "FileWriter.<init>(File)",
          "FileWriter.<init>(String)",
          "Scanner.<init>(InputStream)",
          "ByteArrayOutputStream.toString()");

  private static JavaClasses emulator;

  @BeforeAll
  static void importClasses() {
    emulator =
        new ClassFileImporter()
            .withImportOption(ArchitectureTest::isMainClassOfThisModule)
            .importPackages(ROOT);
  }

  /** The neighbours' classes are jars or folders, depending on the phase of the build. */
  private static boolean isMainClassOfThisModule(Location location) {
    return !location.isJar()
        && !location.contains("/test-classes/")
        && !location.contains("/fixtures/");
  }

  /** Each package with what it uses of the others. */
  static Stream<Arguments> packages() {
    return Stream.of(
        uses("model"),
        uses("json", "model"),
        uses("item", "model", "json"),
        uses("environment"),
        uses("storage"),
        uses("storage.h2", "storage"),
        uses("shape", "model", "json"),
        uses("expression", "model"),
        uses("table", "model", "environment", "storage"),
        uses("change", "item", "storage", "table"),
        uses("traffic", "model"),
        uses("vector", "table"),
        uses("stream", "model", "item", "environment", "storage", "table", "change"),
        uses(
            "engine",
            "model",
            "item",
            "environment",
            "storage",
            "expression",
            "table",
            "change",
            "vector",
            "traffic"),
        uses("policy", "model", "json", "environment", "storage", "table"),
        uses("throughput", "model", "storage", "table", "traffic"),
        uses("insight", "model", "environment", "storage", "table", "traffic"),
        uses(
            "kinesis",
            SIGNATURE,
            "model",
            "json",
            "item",
            "environment",
            "storage",
            "table",
            "change"),
        uses("fault", "model", "environment", "table", "throughput", "engine"),
        uses("scaling", "storage", "table"),
        uses(
            "replication",
            "model",
            "item",
            "environment",
            "storage",
            "table",
            "change",
            "engine",
            "scaling"),
        uses("backup", "model", "item", "environment", "storage", "table", "change", "engine"),
        uses("transfer.bucket", SIGNATURE),
        uses("transfer.format", "model", "json", "item", "backup"),
        uses(
            "transfer",
            "model",
            "json",
            "item",
            "environment",
            "storage",
            "table",
            "engine",
            "backup",
            "transfer.bucket",
            "transfer.format"),
        uses("partiql", "model", "item", "expression", "table", "engine"),
        uses(
            "operation..",
            "model",
            "json",
            "item",
            "environment",
            "shape",
            "expression",
            "table",
            "change",
            "stream",
            "engine",
            "policy",
            "insight",
            "kinesis",
            "fault",
            "backup",
            "transfer..",
            "replication",
            "scaling",
            "partiql"),
        uses("protocol", "model", "json", "operation..", "shape", "environment", "fault"),
        uses(
            "admin",
            "model",
            "json",
            "protocol",
            "engine",
            "environment",
            "fault",
            "insight",
            "replication"),
        uses("http", "protocol", "admin"),
        uses("inprocess", "protocol"));
  }

  private static Arguments uses(String user, String... used) {
    return arguments(user, List.of(used));
  }

  @ParameterizedTest(name = "{0} uses {1}")
  @MethodSource("packages")
  void packageUsesOnlyThoseAboveIt(String user, List<String> used) {
    String[] allowed =
        Stream.concat(Stream.of(user), used.stream())
            .map(ArchitectureTest::qualified)
            .toArray(String[]::new);

    check(
        classes()
            .that()
            .resideInAPackage(qualified(user))
            .should()
            .onlyDependOnClassesThat(
                not(resideInAPackage(ROOT + "..")).or(resideInAnyPackage(allowed)))
            .because("dependencies point one way: a package is read without those below it"));
  }

  /** Those that put others together have rules of their own below. */
  @Test
  void everyPackageHasItsLine() {
    Set<String> others = Set.of(ROOT, qualified("cli"));
    Set<String> listed =
        packages().map(line -> qualified((String) line.get()[0])).collect(Collectors.toSet());

    Set<String> unlisted =
        emulator.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> !others.contains(name) && !listed.contains(name))
            .filter(name -> !(name + ".").startsWith(qualified("operation.")))
            .collect(Collectors.toSet());

    assertThat(unlisted).as("packages that may use any other").isEmpty();
  }

  @Test
  void onlyTheCommandLineUsesTheRootPackage() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(ROOT, qualified("cli"))
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(ROOT, qualified("cli"), qualified("fixtures.."))
                    .and(not(resideInAPackage(qualified(SIGNATURE)))))
            .because("Emulator is the one place that puts the parts together"));
  }

  @Test
  void commandLineUsesNothingElse() {
    check(
        noClasses()
            .that()
            .resideInAPackage(qualified("cli"))
            .should()
            .dependOnClassesThat(
                resideInAPackage(ROOT + "..")
                    .and(not(resideInAnyPackage(ROOT, qualified("cli"), qualified("fixtures..")))))
            .because("what the command line does can be done from Java in the same words"));
  }

  @Test
  void packagesHaveNoCycles() {
    check(
        slices()
            .matching(ROOT + ".(*)..")
            .should()
            .beFreeOfCycles()
            .because("packages in a cycle are one package with several names"));
  }

  static Stream<Arguments> libraries() {
    return Stream.of(
        library(
            "Javalin and Jetty",
            List.of("http"),
            "io.javalin..",
            "org.eclipse.jetty..",
            "jakarta.."),
        library("H2", List.of("storage.h2"), "org.h2.."),
        library("Ion", List.of("transfer.format"), "com.amazon.ion.."),
        library("FastCSV", List.of("transfer.format"), "de.siegmar.."),
        library("Aircompressor", List.of("transfer.format"), "io.airlift.."),
        library("Commons CLI", List.of("cli"), "org.apache.commons.cli.."),
        library(
            "Jackson",
            List.of("json", "item", "shape", "protocol", "admin", "kinesis", "transfer.."),
            "com.fasterxml.."));
  }

  @Test
  void awsSdkStaysOptional() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(qualified("inprocess"))
            .and(not(equivalentTo(Emulator.class)))
            .should()
            .dependOnClassesThat(resideInAPackage("software.amazon.."))
            .because(
                "the SDK is the user's, or absent; Emulator only names it, as what it returns"));
  }

  private static Arguments library(String name, List<String> users, String... packages) {
    return arguments(name, users, List.of(packages));
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("libraries")
  void libraryStaysInItsPackage(String name, List<String> users, List<String> packages) {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(
                users.stream().map(ArchitectureTest::qualified).toArray(String[]::new))
            .should()
            .dependOnClassesThat(resideInAnyPackage(packages.toArray(String[]::new)))
            .because(name + " can be replaced, or left out, in one place: " + users));
  }

  @Test
  void onlyTheEnvironmentKnowsTimeAndChance() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(qualified("environment"))
            .should()
            .accessTargetWhere(
                target(
                    describe(
                        "the wall clock, random numbers, new ids or sleep",
                        ArchitectureTest::isClockOrChance)))
            .because("half a clock cannot be advanced, and half a seed repeats nothing"));
  }

  private static boolean isClockOrChance(AccessTarget target) {
    JavaClass owner = target.getOwner();
    String method = target.getName();
    return owner.getPackageName().equals("java.time") && method.matches("now|system.*|tick.*")
        || CLOCK_AND_CHANCE.entrySet().stream()
            .anyMatch(
                source ->
                    owner.isAssignableTo(source.getKey()) && method.matches(source.getValue()));
  }

  @Test
  void onlyTheEnvironmentHasTimersAndGenerators() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(qualified("environment"))
            .should()
            .dependOnClassesThat(
                assignableTo(RandomGenerator.class)
                    .or(assignableTo(Timer.class))
                    .or(assignableTo(TimerTask.class))
                    .or(assignableTo(ScheduledExecutorService.class)))
            .because("scheduled work runs when the environment's clock says so"));
  }

  @Test
  void nothingGoesByTheLocaleOrCharsetOfTheJvm() {
    JavaClasses fixtures = new ClassFileImporter().importPackages(qualified("fixtures"));
    ArchRule rule =
        noClasses()
            .should()
            .accessTargetWhere(
                target(
                    describe(
                        "what goes by the JVM's locale or charset",
                        ArchitectureTest::goesByTheJvm)))
            .because("what is stored and answered is the same on every machine");

    rule.check(emulator);
    rule.check(fixtures);
  }

  private static boolean goesByTheJvm(AccessTarget target) {
    if (!(target instanceof AccessTarget.CodeUnitAccessTarget called)) {
      return false;
    }
    String parameters =
        called.getRawParameterTypes().stream()
            .map(JavaClass::getSimpleName)
            .collect(Collectors.joining(","));
    JavaClass owner = called.getOwner();
    return owner.getPackageName().startsWith("java.")
        && BY_THE_JVM.contains(
            owner.getSimpleName() + "." + called.getName() + "(" + parameters + ")");
  }

  @Test
  void errorsAreCreatedInTheirCatalogues() {
    Set<String> factories = Set.of("<init>", "of", "validation");
    DescribedPredicate<AccessTarget> creation =
        describe(
            "the factories of DynamoDbException",
            target ->
                target.getOwner().isEquivalentTo(DynamoDbException.class)
                    && factories.contains(target.getName()));

    check(
        noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Errors")
            .and(not(equivalentTo(DynamoDbException.class)))
            .should()
            .accessTargetWhere(target(creation))
            .because("a wording stands once, in the catalogue beside those who need it"));
  }

  @Test
  void staticFieldsNeverChange() {
    check(
        fields()
            .that()
            .areStatic()
            .and(not(nameMatching("\\$.*")))
            .should()
            .beFinal()
            .andShould(holdValues())
            .because(
                "emulators run side by side in one JVM and share nothing"
                    + " but the set of files in use, in DataFile"));
  }

  /** A constant table may be an array that its class keeps to itself. */
  private static ArchCondition<JavaField> holdValues() {
    return new ArchCondition<>("hold values, not state") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        JavaClass type = field.getRawType();
        boolean sharedArray =
            type.isArray() && !field.getModifiers().contains(JavaModifier.PRIVATE);
        boolean collection =
            !type.isInterface()
                && (type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class));
        boolean cell =
            type.isAssignableTo(ThreadLocal.class)
                || !type.isEnum() && type.getPackageName().startsWith("java.util.concurrent");
        if (sharedArray || collection || cell) {
          events.add(
              SimpleConditionEvent.violated(
                  field, field.getDescription() + " holds a " + type.getName()));
        }
      }
    };
  }

  @Test
  void namesSayWhatAClassIs() {
    check(
        noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl|Base)")
            .because("such a name says that the noun has not been found yet"));
  }

  private static String qualified(String name) {
    return ROOT + "." + name;
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(emulator);
  }
}
