package dev.dynamoemulator.operation.table;

import dev.dynamoemulator.environment.Ids;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.shape.Struct;
import dev.dynamoemulator.table.Encryption;

/**
 * The member {@code SSESpecification} of a request.
 *
 * @param type null when it is absent
 * @param keyId null when it is absent
 */
record EncryptionSetting(boolean isEnabled, String type, String keyId) {

  private static final String MANAGED_KEY = "alias/aws/dynamodb";

  /** The setting, or null when the member is absent. */
  static EncryptionSetting of(Struct input) {
    return of(input, "SSESpecification");
  }

  /** The setting in a member of that name, or null when it is absent. */
  static EncryptionSetting of(Struct input, String member) {
    Struct specification = input.struct(member);
    return specification == null
        ? null
        : new EncryptionSetting(
            specification.isTrue("Enabled"),
            specification.string("SSEType"),
            specification.string("KMSMasterKeyId"));
  }

  void check() {
    if (type != null && !type.equals("KMS")) {
      throw TableDefinitionErrors.unsupportedEncryptionType(type);
    }
    if (!isEnabled && keyId != null) {
      throw TableDefinitionErrors.keyOfDisabledEncryption();
    }
  }

  /** Refuses to encrypt a table by the key that it is encrypted by already. */
  void checkChanges(Encryption present, Namespace owner, Ids ids) {
    if (isEnabled && present != null && present.keyArn().equals(keyArn(owner, ids))) {
      throw UpdateTableErrors.alreadyEncryptedByKey();
    }
    if (!isEnabled && present == null) {
      throw UpdateTableErrors.alreadyEncryptedByDefault();
    }
  }

  /** The encryption of a new table; null for the key that the service owns. */
  Encryption toEncryption(Namespace owner, Ids ids) {
    return isEnabled ? Encryption.enabled(keyArn(owner, ids)) : null;
  }

  String keyArn(Namespace owner, Ids ids) {
    return Encryption.keyArn(keyId == null ? MANAGED_KEY : keyId, owner, ids);
  }
}
