package dev.dynamoemulator.junit5;

import dev.dynamoemulator.Emulator;
import dev.dynamoemulator.protocol.RequestJournal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The last requests of a test that failed, attached to its failure so that every runner shows them.
 */
final class LastRequests extends Exception {

  private LastRequests(String message) {
    super(message, null, false, false);
  }

  /** Empty when nothing was kept. */
  static Optional<LastRequests> of(Emulator emulator) {
    List<RequestJournal.Entry> entries = emulator.requestJournal().entries();
    return entries.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new LastRequests(
                entries.stream()
                    .map(RequestJournal.Entry::toString)
                    .collect(Collectors.joining("\n"))));
  }

  @Override
  public String toString() {
    return "Last requests to the emulator:\n" + getMessage();
  }
}
