package dev.dynamoemulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.shape.ShapeTable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The README's tables are those of the code. */
class ReadmeTest {

  @Test
  void operationsFileDescribesEveryOperationOfTheModel() throws IOException {
    ShapeTable shapes = ShapeTable.standard();
    Set<String> published = new HashSet<>(shapes.operations(ShapeTable.DYNAMODB));
    published.addAll(shapes.operations(ShapeTable.STREAMS));

    assertThat(Readme.descriptions().keySet())
        .as("operations.txt has a line for each operation")
        .containsExactlyInAnyOrderElementsOf(published);
  }

  @Test
  void readmeShowsOperationsAndOptionsAsTheyAre() throws IOException {
    if (Boolean.getBoolean("readme.update")) {
      Files.writeString(Readme.FILE, Readme.current());
    }

    assertThat(Readme.content())
        .as("Stale: make readme, then commit; operations.txt says what operations do")
        .isEqualTo(Readme.current());
  }
}
