package dev.dynamoemulator.operation.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dynamoemulator.model.Limits;
import dev.dynamoemulator.operation.backup.RecordedFixture;
import dev.dynamoemulator.storage.Storage;
import dev.dynamoemulator.storage.h2.H2Storage;
import dev.dynamoemulator.table.TransientDelays;
import dev.dynamoemulator.transfer.TransferParts;
import dev.dynamoemulator.transfer.TransferQuotas;
import dev.dynamoemulator.transfer.TransferSettings;
import dev.dynamoemulator.transfer.bucket.Buckets;
import dev.dynamoemulator.transfer.bucket.FolderBuckets;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Tables and buckets, over a store, with a clock that is set by hand. */
final class TransferFixture extends RecordedFixture {

  private static final ObjectMapper JSON = new ObjectMapper();

  final Path directory;
  private final Duration delay;

  private TransferFixture(Storage storage, Path directory, Duration delay, Instant start) {
    this(storage, directory, new FolderBuckets(directory), delay, TransferQuotas.DYNAMODB, start);
  }

  private TransferFixture(
      Storage storage,
      Path directory,
      Buckets buckets,
      Duration delay,
      TransferQuotas quotas,
      Instant start) {
    super(storage, TransientDelays.NONE, start, false);
    this.directory = directory;
    this.delay = delay;
    TransferParts transfers =
        TransferParts.open(
            catalogue,
            storage,
            environment,
            parts.engine(),
            parts.lifecycle(),
            continuousBackups,
            Limits.DYNAMODB,
            new TransferSettings(buckets, delay, quotas));
    parts.lifecycle().resume(transfers.imports()::isFilling);
    add(TransferOperations.all(catalogue, transfers, environment));
  }

  static TransferFixture immediate(Path directory) {
    return new TransferFixture(H2Storage.inMemory(), directory, Duration.ZERO, START);
  }

  /** Jobs begin ten seconds late. */
  static TransferFixture delayed(Path directory) {
    return new TransferFixture(H2Storage.inMemory(), directory, DELAY, START);
  }

  static TransferFixture over(Buckets buckets, Path directory) {
    return new TransferFixture(
        H2Storage.inMemory(), directory, buckets, Duration.ZERO, TransferQuotas.DYNAMODB, START);
  }

  /** Jobs begin ten seconds late. */
  static TransferFixture limited(TransferQuotas quotas, Path directory) {
    return new TransferFixture(
        H2Storage.inMemory(), directory, new FolderBuckets(directory), DELAY, quotas, START);
  }

  /** What another process finds in the store of one that was killed. */
  TransferFixture reopened() {
    return new TransferFixture(storage, directory, delay, clock.instant());
  }

  /** Makes the folder that stands for a bucket. */
  void createBucket(String bucket) {
    try {
      Files.createDirectories(directory.resolve(bucket));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Creates a table with the partition key {@code pk} and point-in-time recovery. */
  void create(String tableName) {
    call(
        "CreateTable",
        "{'TableName':'%s','BillingMode':'PAY_PER_REQUEST',"
            + "'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],"
            + "'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}]}",
        tableName);
    call(
        "UpdateContinuousBackups",
        "{'TableName':'%s','PointInTimeRecoverySpecification':{'PointInTimeRecoveryEnabled':true}}",
        tableName);
  }

  void put(String tableName, String item) {
    call("PutItem", "{'TableName':'%s','Item':%s}", tableName, item);
  }

  void delete(String tableName, String partitionKey) {
    call("DeleteItem", "{'TableName':'%s','Key':{'pk':{'S':'%s'}}}", tableName, partitionKey);
  }

  static String arn(String tableName) {
    return CALLER.tableArn(tableName);
  }

  /** Begins an export; answers its description. */
  JsonNode export(String tableName, String members) {
    return call(
            "ExportTableToPointInTime",
            "{'TableArn':'%s','S3Bucket':'bucket'%s}",
            arn(tableName),
            members)
        .get("ExportDescription");
  }

  JsonNode describeExport(JsonNode export) {
    return call("DescribeExport", "{'ExportArn':'%s'}", export.get("ExportArn").asText())
        .get("ExportDescription");
  }

  /** Begins an import into a table with the key {@code pk}; answers its description. */
  JsonNode importTable(String tableName, String format, String prefix, String members) {
    return importTable(
        tableName,
        format,
        prefix,
        members,
        "'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}]");
  }

  JsonNode importTable(
      String tableName, String format, String prefix, String members, String parameters) {
    return call("ImportTable", importInput(tableName, format, prefix, members, parameters))
        .get("ImportTableDescription");
  }

  static String importInput(
      String tableName, String format, String prefix, String members, String parameters) {
    return "{'S3BucketSource':{'S3Bucket':'bucket','S3KeyPrefix':'%s'},'InputFormat':'%s',"
            .formatted(prefix, format)
        + "'TableCreationParameters':{'TableName':'%s','BillingMode':'PAY_PER_REQUEST',"
            .formatted(tableName)
        + "'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],"
        + parameters
        + "}"
        + members
        + "}";
  }

  JsonNode describeImport(JsonNode description) {
    return call("DescribeImport", "{'ImportArn':'%s'}", description.get("ImportArn").asText())
        .get("ImportTableDescription");
  }

  /** The items of a table by partition key. */
  Map<String, JsonNode> items(String tableName) {
    Map<String, JsonNode> items = new TreeMap<>();
    call("Scan", "{'TableName':'%s'}", tableName)
        .get("Items")
        .forEach(item -> items.put(item.at("/pk/S").asText(), item));
    return items;
  }

  /** The keys in the bucket, in order. */
  List<String> keys() {
    Path bucket = directory.resolve("bucket");
    try (Stream<Path> files = Files.walk(bucket)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> bucket.relativize(file).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] read(String key) {
    try {
      return Files.readAllBytes(directory.resolve("bucket").resolve(key));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode readJson(String key) {
    try {
      return JSON.readTree(read(key));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of all data files. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (String key : keys()) {
      if (key.contains("/data/")) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(read(key)))) {
          new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(lines::add);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return lines;
  }

  void write(String key, String content) {
    write(key, content.getBytes(StandardCharsets.UTF_8));
  }

  void write(String key, byte[] content) {
    Path file = directory.resolve("bucket").resolve(key);
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] gzip(String content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
