package dev.dynamoemulator.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamoemulator.storage.StorageException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScalingCodecTest {

  private static final TableScaling SCALING =
      TableScaling.OFF
          .writing(
              new ScalingSettings(
                  1L,
                  2L,
                  false,
                  "role",
                  List.of(
                      new ScalingPolicy("policy", true, 60, null, 70.5),
                      new ScalingPolicy("other", null, null, 30, 50))))
          .readingIndex("index", new ScalingSettings(null, 9L, null, null, List.of()));

  @Test
  void readsWhatItWrote() {
    assertThat(ScalingCodec.decode(ScalingCodec.encode(SCALING))).isEqualTo(SCALING);
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    byte[] stored = ScalingCodec.encode(SCALING);
    stored[0] = 9;

    assertThatThrownBy(() -> ScalingCodec.decode(stored))
        .isInstanceOf(StorageException.class)
        .hasMessage(
            "The auto scaling of a table is unreadable: its version is 9, this emulator knows 1");
  }
}
