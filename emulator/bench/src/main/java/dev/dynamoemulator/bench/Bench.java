package dev.dynamoemulator.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Entry point: measures what the options choose and prints it. */
public final class Bench {

  /** Where the emulator is built, from the folder of the project. */
  private static final Path BUILD = Path.of("emulator");

  private final BenchOptions options;
  private final List<Target> targets;
  private final List<String> lines = new ArrayList<>();

  private Bench(BenchOptions options, List<Target> targets) {
    this.options = options;
    this.targets = targets;
  }

  /** Exits with 1 when a row allocates over a tenth more than is known of it. */
  public static void main(String[] arguments) {
    Logger.getLogger("").setLevel(Level.WARNING);
    BenchOptions options = BenchOptions.parse(arguments);
    List<Target> targets = Targets.find(BUILD).stream().filter(options::hasTarget).toList();
    System.exit(new Bench(options, targets).run() ? 0 : 1);
  }

  private boolean run() {
    List<Result> results = options.hasPart("load") ? measureLoad() : List.of();
    if (options.hasPart("sdk")) {
      try (RunningTarget ours = RunningTarget.start(targets.get(0))) {
        print(SdkComparison.run(ours));
      }
    }
    if (options.hasPart("start")) {
      targets.forEach(target -> print(StartUp.line(target, StartUp.measure(target))));
    }
    if (options.hasPart("memory")) {
      targets.forEach(target -> print(Footprint.measure(target).line()));
    }
    if (options.hasPart("vector")) {
      targets.stream()
          .filter(Target::isOurs)
          .forEach(target -> print(VectorSearch.measure(target, options.vectors()).line()));
    }
    if (options.hasPart("inner")) {
      PartsCost.measure(this::print);
    }
    List<String> grown = List.of();
    if (options.hasPart("allocation")) {
      DispatcherCost cost = new DispatcherCost();
      cost.measure(options);
      grown = cost.grown();
    }
    ResultFiles.write(BUILD.resolve("bench/target"), results, lines);
    if (!grown.isEmpty()) {
      print("These rows allocate over a tenth more than before: " + grown);
    }
    return grown.isEmpty();
  }

  private List<Result> measureLoad() {
    List<RunningTarget> running = new ArrayList<>();
    try {
      targets.forEach(target -> running.add(RunningTarget.start(target)));
      print(ResultTable.HEADER);
      return new LoadComparison(options, running, this::print).run();
    } finally {
      running.forEach(RunningTarget::close);
    }
  }

  private void print(String line) {
    System.out.println(line);
    lines.add(line);
  }
}
