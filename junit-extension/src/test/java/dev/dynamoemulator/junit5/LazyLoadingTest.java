package dev.dynamoemulator.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.dynamoemulator.Emulator;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What is not asked for is not even loaded. */
class LazyLoadingTest {

  private static final String[] SERVER = {
    "dev.dynamoemulator.http.", "io.javalin.", "org.eclipse."
  };
  private static final String[] SDK = {"software.amazon."};

  @Test
  void loadsNoServerForClients() throws Exception {
    assertThat(loadedBy(ClientsOnly.class)).anyMatch(startsWith(SDK)).noneMatch(startsWith(SERVER));
  }

  @DynamoEmulator(tables = @Table(file = "music.json"))
  static class ClientsOnly {
    @Test
    void test(DynamoDbClient client, Emulator emulator) {
      client.listTables();
    }
  }

  @Test
  @Tag("endpoint")
  void loadsNoSdkForEndpoints() throws Exception {
    assertThat(loadedBy(EndpointOnly.class))
        .anyMatch(startsWith(SERVER))
        .noneMatch(startsWith(SDK));
  }

  @DynamoEmulator(tables = @Table(file = "music.json"))
  static class EndpointOnly {
    @Test
    void test(URI endpoint) {}
  }

  private static java.util.function.Predicate<String> startsWith(String... prefixes) {
    return name -> Arrays.stream(prefixes).anyMatch(name::startsWith);
  }

  /** The classes that a run of the test class loads, in a class loader of its own. */
  private static Set<String> loadedBy(Class<?> testClass) throws Exception {
    try (RecordingLoader loader = new RecordingLoader()) {
      Thread thread = Thread.currentThread();
      ClassLoader before = thread.getContextClassLoader();
      thread.setContextClassLoader(loader);
      try {
        loader
            .loadClass(Run.class.getName())
            .getMethod("of", String.class)
            .invoke(null, testClass.getName());
      } finally {
        thread.setContextClassLoader(before);
      }
      return Set.copyOf(loader.loaded);
    }
  }

  /** Runs a test class inside the other class loader. */
  public static final class Run {
    public static void of(String testClass) throws ClassNotFoundException {
      LauncherFactory.create()
          .execute(
              LauncherDiscoveryRequestBuilder.request()
                  .selectors(
                      selectClass(Class.forName(testClass, false, Run.class.getClassLoader())))
                  .build());
    }
  }

  private static final class RecordingLoader extends URLClassLoader {

    private final Set<String> loaded = ConcurrentHashMap.newKeySet();

    RecordingLoader() {
      super(classPath(), ClassLoader.getPlatformClassLoader());
    }

    private static URL[] classPath() {
      String path =
          System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
      return Arrays.stream(path.split(File.pathSeparator))
          .map(RecordingLoader::url)
          .toArray(URL[]::new);
    }

    private static URL url(String entry) {
      try {
        return Path.of(entry).toUri().toURL();
      } catch (MalformedURLException e) {
        throw new IllegalArgumentException(e);
      }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      Class<?> found = super.findClass(name);
      loaded.add(name);
      return found;
    }
  }
}
