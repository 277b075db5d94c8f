package dev.dynamoemulator.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README quotes the examples that the build runs. */
class ReadmeTest {

  private static final Path ROOT = Path.of("../..");

  /** A comment that names the file, a blank line, and the file as a fenced block. */
  private static final Pattern QUOTATION =
      Pattern.compile("<!-- (examples/\\S+) -->\\n\\n```\\w+\\n(.*?)```\\n", Pattern.DOTALL);

  record Quotation(String file, String text) {
    @Override
    public String toString() {
      return file;
    }
  }

  static Stream<Quotation> quotations() throws IOException {
    Matcher quotations = QUOTATION.matcher(Files.readString(ROOT.resolve("README.md")));
    return quotations.results().map(found -> new Quotation(found.group(1), found.group(2)));
  }

  @ParameterizedTest
  @MethodSource("quotations")
  void quotesTheExampleAsItIs(Quotation quotation) throws IOException {
    assertThat(quotation.text()).isEqualTo(Files.readString(ROOT.resolve(quotation.file())));
  }
}
