package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.environment.Environment;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.shape.ResponseWriter;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.GlobalIndex;
import dev.dynamoemulator.table.TableDescription;
import dev.dynamoemulator.table.TableDescriptionBuilder;
import dev.dynamoemulator.table.VectorIndex;

/** The table that an import makes (control-plane.md §4). */
public final class ImportedTable {

  private final TableDefinition definition;
  private final EncryptionSetting encryption;

  private ImportedTable(TableDefinition definition, EncryptionSetting encryption) {
    this.definition = definition;
    this.encryption = encryption;
  }

  /** The table of {@code TableCreationParameters}, checked as by CreateTable (§4.4). */
  public static ImportedTable checked(Struct parameters) {
    TableDefinition definition = TableDefinition.ofImport(parameters);
    NewTableChecks.checkDefinition(definition);
    EncryptionSetting encryption = EncryptionSetting.of(parameters);
    if (encryption != null) {
      encryption.check();
    }
    CapacityChecks.checkNewCapacities(definition);
    return new ImportedTable(definition, encryption);
  }

  /** A new table and its indexes in state CREATING. */
  public TableDescription describe(Namespace owner, Environment environment) {
    TableDescriptionBuilder creating = definition.toBuilder(environment.ids(), environment.now());
    if (encryption != null) {
      creating.encryption(encryption.toEncryption(owner, environment.ids()));
    }
    return creating.build();
  }

  /** Writes {@code TableCreationParameters} of such a table. */
  public static void writeParameters(ResponseWriter out, TableDescription table) {
    out.string("TableName", table.name());
    out.objects(
        "AttributeDefinitions",
        table.attributeDefinitions(),
        TableDescriptionWriter::writeDefinition);
    IndexWriter.writeKeySchema(out, table.key());
    out.string("BillingMode", table.billing().mode().name());
    SourceTableWriter.writeCapacity(out, table.capacity());
    writeEncryption(out, table);
    out.<GlobalIndex>optionalObjects(
        "GlobalSecondaryIndexes", table.globalIndexes(), SourceTableWriter::writeIndex);
    out.<VectorIndex>optionalObjects(
        "VectorIndexes", table.vectorIndexes(), SourceTableWriter::writeIndex);
  }

  private static void writeEncryption(ResponseWriter out, TableDescription table) {
    if (table.encryption() != null) {
      out.object(
          "SSESpecification",
          member -> {
            member.bool("Enabled", true);
            member.string("SSEType", "KMS");
            member.string("KMSMasterKeyId", table.encryption().keyArn());
          });
    }
  }
}
