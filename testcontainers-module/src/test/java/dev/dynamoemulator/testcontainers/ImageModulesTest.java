package dev.dynamoemulator.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.Emulator;
import dev.dynamoemulator.fixtures.Fixtures;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The runtime in the image is cut to size, but not smaller than the program. */
class ImageModulesTest {

  private static final Pattern ADDED = Pattern.compile("\"--add-modules\",\\s*\"([^\"]*)\"");

  @ParameterizedTest
  @ValueSource(classes = {Emulator.class, Fixtures.class})
  void hasEveryModuleThatOurClassesUse(Class<?> ours) throws IOException, URISyntaxException {
    assertThat(linked()).containsAll(used(ours));
  }

  private static List<String> linked() throws IOException {
    String dockerfile = Files.readString(Path.of("image/Dockerfile")).replace("\\\n", "");
    Matcher added = ADDED.matcher(dockerfile);
    assertThat(added.find()).isTrue();
    return List.of(added.group(1).split(","));
  }

  private static List<String> used(Class<?> ours) throws URISyntaxException {
    Path classes = Path.of(ours.getProtectionDomain().getCodeSource().getLocation().toURI());
    StringWriter modules = new StringWriter();
    ToolProvider.findFirst("jdeps")
        .orElseThrow()
        .run(
            new PrintWriter(modules),
            new PrintWriter(System.err),
            "--ignore-missing-deps",
            "--print-module-deps",
            classes.toString());
    return List.of(modules.toString().strip().split(","));
  }
}
