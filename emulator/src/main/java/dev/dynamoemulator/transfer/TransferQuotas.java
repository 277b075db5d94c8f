package dev.dynamoemulator.transfer;

import dev.dynamoemulator.model.Namespace;
import java.util.Set;

/**
 * How much an account may export and import in one region at a time.
 *
 * @param exports that are running
 * @param exportedBytes of the tables that are being exported
 * @param imports that are running
 * @param importedBytes of the objects that are being imported, in the largest regions
 * @param objects of one import
 */
public record TransferQuotas(
    int exports, long exportedBytes, int imports, long importedBytes, int objects) {

  private static final long TERABYTE = 1L << 40;
  private static final Set<String> LARGEST_REGIONS = Set.of("us-east-1", "us-west-2", "eu-west-1");

  /** How much less may be imported elsewhere. */
  private static final int OF_OTHER_REGIONS = 15;

  /** "Quotas" (Developer Guide; control-plane.md §3.1 rule 7, §4.14). */
  public static final TransferQuotas DYNAMODB =
      new TransferQuotas(300, 100 * TERABYTE, 50, 15 * TERABYTE, 50_000);

  long importedBytes(Namespace owner) {
    return LARGEST_REGIONS.contains(owner.region())
        ? importedBytes
        : importedBytes / OF_OTHER_REGIONS;
  }
}
