package dev.dynamoemulator.bench;

import java.util.List;
import java.util.Locale;

/**
 * A bar for each target in each row, at the most connections measured. Bars of a row are in
 * proportion to each other; rows are not, since a Scan does more than a GetItem.
 */
final class SvgChart {

  private static final int BAR = 12;
  private static final int LABEL_WIDTH = 210;
  private static final int BAR_WIDTH = 420;
  private static final int WIDTH = LABEL_WIDTH + BAR_WIDTH + 200;
  private static final String[] COLOURS = {"#1b6ca8", "#62a8d8", "#e08a1e", "#8a8a8a", "#b9b9b9"};

  private SvgChart() {}

  static String of(List<Result> results) {
    int most = results.stream().mapToInt(Result::connections).max().orElse(0);
    List<String> targets = results.stream().map(Result::target).distinct().toList();
    StringBuilder bars = new StringBuilder();
    int y = 10;
    for (String row : results.stream().map(Result::row).distinct().toList()) {
      List<Result> ofRow = results.stream().filter(result -> result.row().equals(row)).toList();
      int connections = ofRow.stream().mapToInt(Result::connections).max().orElse(most);
      double best = ofRow.stream().mapToDouble(Result::perSecond).max().orElse(1);
      bars.append(text(4, y + BAR, row));
      for (Result result : ofRow) {
        if (result.connections() == connections) {
          bars.append(bar(y, result, best, COLOURS[targets.indexOf(result.target()) % 5]));
          y += BAR;
        }
      }
      y += BAR;
    }
    return String.format(
        Locale.ROOT,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
            + " font-family=\"sans-serif\" font-size=\"10\">%n"
            + "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n%s</svg>%n",
        WIDTH,
        y,
        bars);
  }

  private static String bar(int y, Result result, double best, String colour) {
    int width = (int) Math.max(1, BAR_WIDTH * result.perSecond() / best);
    return String.format(
            Locale.ROOT,
            "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>%n",
            LABEL_WIDTH,
            y + 2,
            width,
            BAR - 2,
            colour)
        + text(
            LABEL_WIDTH + width + 4,
            y + BAR - 1,
            String.format(Locale.ROOT, "%,.0f/s  %s", result.perSecond(), result.target()));
  }

  private static String text(int x, int y, String text) {
    return String.format(
        Locale.ROOT, "<text x=\"%d\" y=\"%d\">%s</text>%n", x, y, text.replace("&", "&amp;"));
  }
}
