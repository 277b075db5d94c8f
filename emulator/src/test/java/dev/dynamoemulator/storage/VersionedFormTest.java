package dev.dynamoemulator.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataOutputStream;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class VersionedFormTest {

  private static final VersionedForm<String> FORM =
      new VersionedForm<>(
          "The name of a unit",
          3,
          (String value, DataOutputStream out) -> out.writeUTF(value),
          in -> TimeUnit.valueOf(in.readUTF()).name());

  @Test
  void readsWhatItWrote() {
    assertThat(FORM.decode(FORM.encode("DAYS"))).isEqualTo("DAYS");
  }

  @Test
  void refusesAnotherVersion() {
    byte[] stored = FORM.encode("DAYS");
    stored[0] = 2;

    assertUnreadable(stored, "its version is 2, this emulator knows 3");
  }

  @Test
  void refusesWhatIsCutOff() {
    byte[] stored = FORM.encode("DAYS");

    assertUnreadable(Arrays.copyOf(stored, stored.length - 1), "it ends too early");
    assertUnreadable(new byte[0], "it ends too early");
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertUnreadable(FORM.encode("MOONS"), "No enum constant java.util.concurrent.TimeUnit.MOONS");
  }

  private static void assertUnreadable(byte[] stored, String reason) {
    assertThatThrownBy(() -> FORM.decode(stored))
        .isInstanceOf(StorageException.class)
        .hasMessage("The name of a unit is unreadable: " + reason);
  }
}
