package dev.dynamoemulator.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.Emulator;
import dev.dynamoemulator.junit5.DynamoEmulator;
import dev.dynamoemulator.junit5.Table;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The emulator is there before Spring starts the application, which it gives its address. */
@DynamoEmulator(tables = @Table(file = "greetings-table.json"))
@SpringBootTest
class GreetingsTest {

  private static Emulator emulator;

  @DynamicPropertySource
  static void useTheEmulator(DynamicPropertyRegistry properties) {
    properties.add("dynamodb.endpoint", emulator::endpoint);
  }

  @Autowired private Greetings greetings;

  @Test
  void greetsInTheLanguageAskedFor() {
    assertThat(greetings.in("nl")).isEqualTo("Goedendag");
  }
}
