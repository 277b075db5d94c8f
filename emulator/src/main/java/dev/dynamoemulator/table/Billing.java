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

  /** A switch to on-demand mode is dated when it is complete; so is the mode of a new table. */
  Billing settled(Instant now) {
    boolean isNew = isOnDemand() && lastUpdateToPayPerRequest == null;
    Instant lastUpdate = isSwitching || isNew ? now : lastUpdateToPayPerRequest;
    return new Billing(mode, isSummarised, false, lastUpdate, switchesToPayPerRequest);
  }
}
