package dev.dynamoemulator.comparison;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A disagreement that has been thought about.
 *
 * @param request what the request looks like
 * @param ours what the emulator's answer looks like
 * @param local what DynamoDB Local's answer looks like
 * @param right whose answer is taken for the service's, and why
 */
record Judgement(Pattern request, Pattern ours, Pattern local, String right) {

  /**
   * The blocks of the file, each of the lines {@code ours:}, {@code local:} and {@code right:}, and
   * {@code request:} where it matters.
   */
  static List<Judgement> all() throws IOException {
    try (InputStream file = Judgement.class.getResourceAsStream("judgements.txt")) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("\n\n"))
          .map(String::strip)
          .filter(block -> !block.isEmpty() && !block.startsWith("#"))
          .map(Judgement::of)
          .toList();
    }
  }

  private static Judgement of(String block) {
    Map<String, String> lines =
        Arrays.stream(block.split("\n"))
            .collect(
                Collectors.toMap(
                    line -> line.substring(0, line.indexOf(": ")),
                    line -> line.substring(line.indexOf(": ") + 2)));
    return new Judgement(
        Pattern.compile(lines.getOrDefault("request", ".*")),
        Pattern.compile(lines.get("ours")),
        Pattern.compile(lines.get("local")),
        lines.get("right"));
  }

  boolean covers(String input, Answer ourAnswer, Answer localAnswer) {
    return request.matcher(input).matches()
        && ours.matcher(ourAnswer.outcome()).matches()
        && local.matcher(localAnswer.outcome()).matches();
  }
}
