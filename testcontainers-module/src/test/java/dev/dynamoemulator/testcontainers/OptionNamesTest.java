package dev.dynamoemulator.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.EmulatorOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written for users sets no option that has gone or was never there. */
class OptionNamesTest {

  private static final Pattern VARIABLE = Pattern.compile("\\bDYNAMO_EMULATOR_[A-Z_]+");

  /** The launcher's own. */
  private static final String JAVA_OPTIONS = "DYNAMO_EMULATOR_JAVA_OPTS";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../README.md",
        "../examples/compose/compose.yaml",
        "../examples/github-actions/workflow.yaml",
        "../emulator/src/standalone/dynamo-emulator",
        "image/Dockerfile"
      })
  void namesOnlyOptionsThatExist(String file) throws IOException {
    Set<String> known =
        Stream.concat(
                Arrays.stream(EmulatorOption.values()).map(EmulatorOption::environmentVariable),
                Stream.of(JAVA_OPTIONS))
            .collect(Collectors.toSet());

    assertThat(VARIABLE.matcher(Files.readString(Path.of(file))).results().map(MatchResult::group))
        .isNotEmpty()
        .isSubsetOf(known);
  }
}
