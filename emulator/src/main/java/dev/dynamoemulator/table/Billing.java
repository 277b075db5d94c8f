package dev.dynamoemulator.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A table's billing mode and its past.
 *
 * @param isSummarised whether the description has a {@code BillingModeSummary}: from the first use
 *     of on-demand mode on, for ever
 * @param isSwitching whether a switch from provisioned to on-demand mode is under way
 * @param lastUpdateToPayPerRequest null until an on-demand table became active
 * @param switchesToPayPerRequest when the mode was last switched to on-demand, oldest first
 */
public record Billing(
    BillingMode mode,
    boolean isSummarised,
    boolean isSwitching,
    Instant lastUpdateToPayPerRequest,
    List<Instant> switchesToPayPerRequest) {

  public Billing {
    switchesToPayPerRequest = List.copyOf(switchesToPayPerRequest);
  }

  /** The billing of a new table. */
  public static Billing of(BillingMode mode) {
    return new Billing(mode, mode == BillingMode.PAY_PER_REQUEST, false, null, List.of());
  }

  public boolean isOnDemand() {
    return mode == BillingMode.PAY_PER_REQUEST;
  }

  Billing switchedToProvisioned() {
    return new Billing(
        BillingMode.PROVISIONED, true, false, lastUpdateToPayPerRequest, switchesToPayPerRequest);
  }

  Billing switchedToOnDemand(Instant now) {
    List<Instant> switches = new ArrayList<>(switchesToPayPerRequest);
    switches.add(now);
    return new Billing(
        BillingMode.PAY_PER_REQUEST, true, true, lastUpdateToPayPerRequest, switches);
  }

  /**
   * A switch to on-demand mode is dated when it is complete; the mode of a new table when the table
   * was created (Alternator's test_describe_table_billing).
   */
  Billing settled(Instant created, Instant now) {
    boolean isNew = isOnDemand() && lastUpdateToPayPerRequest == null && !isSwitching;
    Instant lastUpdate = isSwitching ? now : isNew ? created : lastUpdateToPayPerRequest;
    return new Billing(mode, isSummarised, false, lastUpdate, switchesToPayPerRequest);
  }
}
