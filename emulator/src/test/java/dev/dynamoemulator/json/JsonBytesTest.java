package dev.dynamoemulator.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Strings as JSON, whose bytes are looked at eight at a time. */
class JsonBytesTest {

  private static final int LENGTH = 19;

  @Test
  void readsBackWithAnyCharacterInAnyPlace() throws IOException {
    for (char c = 0; c < 0x120; c++) {
      for (int i = 0; i < LENGTH; i++) {
        String text = "x".repeat(i) + c + "y".repeat(LENGTH - 1 - i);
        assertThat(parsed(json(text))).isEqualTo(text);
      }
    }
  }

  @Test
  void escapesOneCharacterAfterAnother() throws IOException {
    String text = "\"\\\b\t\n\f\r\u0000\u001F\u007F\"\\".repeat(3) + "é€😀" + "\"".repeat(9);
    assertThat(parsed(json(text))).isEqualTo(text);
  }

  @Test
  void escapesOnlyWhatMustBe() {
    assertThat(json("12345678/\u007Fé€😀 !#[]")).isEqualTo("\"12345678/\u007Fé€😀 !#[]\"");
    assertThat(json("\u0001\u001F\"\\\n")).isEqualTo("\"\\u0001\\u001F\\\"\\\\\\n\"");
  }

  @Test
  void writesAPartOfAnArray() {
    JsonBytes json = new JsonBytes(0);
    json.writeString("\"\"0123456789\"\"".getBytes(StandardCharsets.UTF_8), 2, 10);
    assertThat(json).hasToString("\"0123456789\"");
  }

  private static String json(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    JsonBytes json = new JsonBytes(0);
    json.writeString(utf8, 0, utf8.length);
    return json.toString();
  }

  private static String parsed(String json) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      parser.nextToken();
      return parser.getText();
    }
  }
}
