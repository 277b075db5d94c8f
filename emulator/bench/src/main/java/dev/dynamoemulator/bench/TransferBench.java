package dev.dynamoemulator.bench;

import dev.dynamoemulator.Emulator;
import dev.dynamoemulator.EmulatorOptions;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;

/**
 * Imports so many items, exports the table, imports the export, and compares the two tables; says
 * how fast that was and how much memory it took. Arguments: {@code file} or {@code memory}, and the
 * number of items.
 */
public final class TransferBench {

  private static final int ITEMS_OF_FILE = 250_000;
  private static final double MEGABYTE = 1 << 20;
  private static final Pattern STATUS = Pattern.compile("\"(Import|Export)Status\":\"(\\w+)\"");
  private static final Pattern MANIFEST = Pattern.compile("\"ExportManifest\":\"([^\"]+)\"");
  private static final Pattern ARN = Pattern.compile("\"(Import|Export)Arn\":\"([^\"]+)\"");
  private static final Pattern LAST_KEY = Pattern.compile("\"LastEvaluatedKey\":(\\{[^}]*}})");

  private final Emulator emulator;
  private final Path buckets;
  private final int items;

  private TransferBench(Emulator emulator, Path buckets, int items) {
    this.emulator = emulator;
    this.buckets = buckets;
    this.items = items;
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("bench-transfer");
    Files.createDirectories(folder.resolve("s3/bucket"));
    EmulatorOptions.Builder options = EmulatorOptions.builder().s3Directory(folder.resolve("s3"));
    if (arguments[0].equals("file")) {
      options.dbPath(Files.createDirectory(folder.resolve("db")));
    }
    try (Emulator emulator = Emulator.start(options.build())) {
      new TransferBench(emulator, folder.resolve("s3/bucket"), Integer.parseInt(arguments[1]))
          .run(arguments[0]);
    } finally {
      delete(folder);
    }
  }

  private void run(String mode) throws Exception {
    writeFiles();
    report(mode, "import", finish(importFrom("first", "in/")));
    emulator.call(
        "UpdateContinuousBackups",
        json(
            "{'TableName':'first','PointInTimeRecoverySpecification':"
                + "{'PointInTimeRecoveryEnabled':true}}"));
    Job export =
        finish(
            begin(
                "ExportTableToPointInTime",
                "{'TableArn':'arn:aws:dynamodb:us-east-1:000000000000:table/first',"
                    + "'S3Bucket':'bucket'}"));
    report(mode, "export", export);
    String data = find(MANIFEST, export.description(), 1).replace("manifest-summary.json", "data/");
    report(mode, "import of the export", finish(importFrom("second", data)));
    compare();
  }

  private void writeFiles() throws IOException {
    Files.createDirectories(buckets.resolve("in"));
    for (int from = 0; from < items; from += ITEMS_OF_FILE) {
      Path file = buckets.resolve("in/" + from + ".json.gz");
      try (BufferedWriter out =
          new BufferedWriter(
              new OutputStreamWriter(
                  new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
        for (int number = from; number < Math.min(from + ITEMS_OF_FILE, items); number++) {
          out.write("{\"Item\":" + Items.item(number, Items.MIDDLE) + "}\n");
        }
      }
    }
  }

  /** A job that has come to its end. */
  private record Job(String description, double seconds) {}

  private String importFrom(String table, String prefix) {
    return begin(
        "ImportTable",
        "{'S3BucketSource':{'S3Bucket':'bucket','S3KeyPrefix':'"
            + prefix
            + "'},'InputFormat':'DYNAMODB_JSON','InputCompressionType':'GZIP',"
            + "'TableCreationParameters':{'TableName':'"
            + table
            + "','BillingMode':'PAY_PER_REQUEST',"
            + "'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],"
            + "'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}]}}");
  }

  private String begin(String operation, String request) {
    return emulator.call(operation, json(request));
  }

  private Job finish(String begun) throws InterruptedException {
    long start = System.nanoTime();
    Matcher arn = ARN.matcher(begun);
    arn.find();
    String kind = arn.group(1);
    String description = begun;
    while (find(STATUS, description, 2).equals("IN_PROGRESS")) {
      Thread.sleep(100);
      description =
          emulator.call("Describe" + kind, json("{'" + kind + "Arn':'" + arn.group(2) + "'}"));
    }
    if (!find(STATUS, description, 2).equals("COMPLETED")) {
      throw new IllegalStateException(description);
    }
    return new Job(description, (System.nanoTime() - start) / 1e9);
  }

  private void report(String mode, String what, Job job) throws IOException {
    System.out.printf(
        Locale.ROOT,
        "%-6s %-20s %,10d items %8.1f s %,8.0f items/s, %.0f MB resident at most%n",
        mode,
        what,
        items,
        job.seconds(),
        items / job.seconds(),
        peakResident() / MEGABYTE);
  }

  private static long peakResident() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .sum();
  }

  /** Equal tables answer a Scan with the same pages. */
  private void compare() {
    CRC32 checksum = new CRC32();
    long count = 0;
    String start = "";
    do {
      String first = scan("first", start);
      if (!first.equals(scan("second", start))) {
        throw new IllegalStateException("The tables differ after " + start);
      }
      checksum.update(first.getBytes(StandardCharsets.UTF_8));
      count += Long.parseLong(find(Pattern.compile("\"Count\":(\\d+)"), first, 1));
      start = find(LAST_KEY, first, 1);
    } while (!start.isEmpty());
    System.out.printf(
        Locale.ROOT, "equal tables of %,d items, checksum %08x%n", count, checksum.getValue());
    if (count != items) {
      throw new IllegalStateException("There should be " + items);
    }
  }

  private String scan(String table, String start) {
    return emulator.call(
        "Scan",
        "{\"TableName\":\""
            + table
            + "\""
            + (start.isEmpty() ? "" : ",\"ExclusiveStartKey\":" + start)
            + "}");
  }

  private static String find(Pattern pattern, String text, int group) {
    Matcher found = pattern.matcher(text);
    return found.find() ? found.group(group) : "";
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
