package dev.dynamoemulator.operation.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of several faults of one request is reported. Inferred from the other operations. */
class TransferOrderTest {

  @TempDir Path directory;

  /** A member that brings a fault, and what is answered then. */
  private record Fault(String member, String value, String error) {}

  /** Each is reported before those behind it. */
  private static final List<Fault> EXPORT =
      List.of(
          new Fault("S3Bucket", "'-'", "ValidationException 1 validation error detected"),
          new Fault("ExportTime", "1", "ValidationException ExportTime cannot be specified"),
          new Fault("ClientToken", "'used'", "ExportConflictException"),
          new Fault("TableArn", "'" + TransferFixture.arn("absent") + "'", "TableNotFound"),
          new Fault(
              "IncrementalExportSpecification",
              "{'ExportFromTime':1772366400,'ExportToTime':1772366401}",
              "ValidationException The export period"));

  @Test
  void exportReportsTheFirstFault() {
    TransferFixture fixture = TransferFixture.immediate(directory);
    fixture.createBucket("bucket");
    fixture.create("books");
    fixture.export("books", ",'ClientToken':'used'");
    fixture.clock.advance(Duration.ofHours(1));

    for (int i = 0; i + 1 < EXPORT.size(); i++) {
      for (int j = i; j < EXPORT.size(); j++) {
        assertThat(fixture.error("ExportTableToPointInTime", export(EXPORT.get(i), EXPORT.get(j))))
            .startsWith(EXPORT.get(i).error());
      }
    }
  }

  private static String export(Fault first, Fault second) {
    StringBuilder input = new StringBuilder("{'ExportType':'INCREMENTAL_EXPORT'");
    for (Fault sound :
        List.of(
            new Fault("S3Bucket", "'bucket'", ""),
            new Fault("TableArn", "'" + TransferFixture.arn("books") + "'", ""),
            new Fault("IncrementalExportSpecification", "{'ExportFromTime':1772366401}", ""))) {
      if (!List.of(first.member(), second.member()).contains(sound.member())) {
        append(input, sound);
      }
    }
    append(input, first);
    if (second != first) {
      append(input, second);
    }
    return input.append('}').toString();
  }

  private static void append(StringBuilder input, Fault fault) {
    input.append(",'" + fault.member() + "':" + fault.value());
  }

  @Test
  void importReportsTheFirstFault() {
    TransferFixture fixture = TransferFixture.immediate(directory);
    fixture.createBucket("bucket");
    fixture.create("books");
    fixture.importTable("copy", "ION", "in/", ",'ClientToken':'used'");
    String sound = "'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}]";
    String unsound = "'AttributeDefinitions':[{'AttributeName':'x','AttributeType':'S'}]";

    assertThat(importInto(fixture, "JSON", ",'ClientToken':'used'", unsound))
        .startsWith("ValidationException 1 validation error detected: Value 'JSON'");
    assertThat(importInto(fixture, "ION", ",'ClientToken':'used'", unsound))
        .startsWith("ValidationException One or more parameter values were invalid");
    assertThat(importInto(fixture, "ION", ",'ClientToken':'used'", sound))
        .startsWith("ImportConflictException");
    assertThat(importInto(fixture, "ION", "", sound)).startsWith("ResourceInUseException");
  }

  private static String importInto(
      TransferFixture fixture, String format, String members, String parameters) {
    return fixture.error(
        "ImportTable", TransferFixture.importInput("books", format, "in/", members, parameters));
  }
}
