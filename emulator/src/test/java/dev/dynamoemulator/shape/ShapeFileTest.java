package dev.dynamoemulator.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ShapeFileTest {

  @Test
  void isWhatThePublishedModelSays() throws IOException {
    if (Boolean.getBoolean("shapes.update")) {
      ShapeFileWriter.update();
    }

    assertThat(Files.readString(ShapeFileWriter.FILE))
        .as("Stale: mvn -pl emulator test -Dtest=ShapeFileTest -Dshapes.update=true, then commit")
        .isEqualTo(ShapeFileWriter.content());
  }
}
