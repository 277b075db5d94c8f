package dev.dynamoemulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamoemulator.AdminClient.Answer;
import dev.dynamoemulator.admin.Admin;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the endpoints below {@code /_emulator} refuse, and in which words. */
class AdminMessagesTest {

  private final Emulator emulator = Emulator.start();
  private final AdminClient admin = AdminClient.of(emulator);

  @AfterEach
  void close() {
    emulator.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | /_emulator/nothing               | | 404 | There is no endpoint /_emulator/nothing
          GET    | /_emulatorx                      | | 404 | There is no endpoint /_emulatorx
          GET    | /_emulator/snapshots/a/b         | | 404 | There is no endpoint /_emulator/snapshots/a/b
          GET    | /_emulator/reset                 | | 405 | /_emulator/reset answers POST, but not GET
          PATCH  | /_emulator/clock                 | | 405 | /_emulator/clock answers GET, PUT, DELETE, but not PATCH
          POST   | /_emulator/reset                 | nonsense | 400 | The body must be a JSON object
          POST   | /_emulator/reset                 | [1] | 400 | The body must be a JSON object
          POST   | /_emulator/reset                 | {} {} | 400 | The body must be a JSON object
          POST   | /_emulator/reset                 | {"all":true} | 400 | There is no member 'all'; the body must be empty
          PUT    | /_emulator/clock                 | {} | 400 | The member 'instant' must be a text
          PUT    | /_emulator/clock                 | {"instant":5} | 400 | The member 'instant' must be a text
          PUT    | /_emulator/clock                 | {"instant":{}} | 400 | The member 'instant' must be a text, a number, true, false or a list of texts
          PUT    | /_emulator/clock                 | {"instant":"now"} | 400 | The member 'instant' must be a time such as 2026-01-31T23:59:59Z, of the years 1970 to 9999
          PUT    | /_emulator/clock                 | {"instant":"1969-12-31T23:59:59Z"} | 400 | The member 'instant' must be a time such as 2026-01-31T23:59:59Z, of the years 1970 to 9999
          PUT    | /_emulator/clock                 | {"instant":"+10000-01-01T00:00:00Z"} | 400 | The member 'instant' must be a time such as 2026-01-31T23:59:59Z, of the years 1970 to 9999
          PUT    | /_emulator/clock                 | {"time":"x"} | 400 | There is no member 'time'; there may be instant
          POST   | /_emulator/clock/advance         | {} | 400 | The body must have one of the members duration, seconds
          POST   | /_emulator/clock/advance         | {"seconds":1,"duration":"PT1S"} | 400 | The body must have one of the members duration, seconds
          POST   | /_emulator/clock/advance         | {"duration":"1h"} | 400 | The member 'duration' must be a time such as PT1H30M, up to 1000 years
          POST   | /_emulator/clock/advance         | {"duration":"-PT1H"} | 400 | The member 'duration' must be a time such as PT1H30M, up to 1000 years
          POST   | /_emulator/clock/advance         | {"duration":"P365001D"} | 400 | The member 'duration' must be a time such as PT1H30M, up to 1000 years
          POST   | /_emulator/clock/advance         | {"seconds":-1} | 400 | The member 'seconds' must be a number of seconds, up to those of 1000 years
          POST   | /_emulator/clock/advance         | {"seconds":1e999999999} | 400 | The member 'seconds' must be a number of seconds, up to those of 1000 years
          POST   | /_emulator/clock/advance         | {"seconds":"1"} | 400 | The member 'seconds' must be a number of seconds, up to those of 1000 years
          PUT    | /_emulator/snapshots/a%20b       | | 400 | The name 'a%20b' must be of 1 to 100 letters, digits, dots, hyphens and underscores
          POST   | /_emulator/snapshots/a/restore   | | 404 | There is no snapshot 'a'
          DELETE | /_emulator/snapshots/a           | | 404 | There is no snapshot 'a'
          DELETE | /_emulator/forks/a               | | 404 | There is no fork 'a'
          PUT    | /_emulator/transactions/hold     | {"untilReleased":1} | 400 | The member 'untilReleased' must be true or false
          PUT    | /_emulator/transactions/hold     | {} | 400 | The body must have one of the members duration, seconds
          PUT    | /_emulator/replication/lag       | {} | 400 | The body must have one of the members duration, seconds
          PUT    | /_emulator/replication/lag       | {"lag":1} | 400 | There is no member 'lag'; there may be duration, seconds
          GET    | /_emulator/replication/pause     | | 405 | /_emulator/replication/pause answers POST, but not GET
          POST   | /_emulator/kinesis/records       | {} | 400 | The member 'streamArn' must be a text
          POST   | /_emulator/faults                | {} | 400 | The member 'effect' must be a text
          POST   | /_emulator/faults                | {"effect":"x"} | 400 | The member 'effect' must be one of throttle, serverError, delay, unprocessed, conflict
          POST   | /_emulator/faults                | {"effect":"throttle","tables":"t"} | 400 | The member 'tables' must be a list of texts
          POST   | /_emulator/faults                | {"effect":"throttle","tables":[1]} | 400 | The member 'tables' must be a list of texts
          POST   | /_emulator/faults                | {"effect":"throttle","times":-1} | 400 | The member 'times' must be a whole number from 0 to 2147483647
          POST   | /_emulator/faults                | {"effect":"throttle","probability":"x"} | 400 | The member 'probability' must be a number
          POST   | /_emulator/faults                | {"effect":"throttle","probability":2} | 400 | A probability is above 0 and up to 1: 2.0
          POST   | /_emulator/faults                | {"effect":"delay"} | 400 | The body must have one of the members duration, seconds
          DELETE | /_emulator/faults/7              | | 404 | There is no fault '7'
          DELETE | /_emulator/faults/x              | | 404 | There is no fault 'x'
          POST   | /_emulator/contributors          | {"tableName":"none","minutes":5} | 404 | There is no such table or index, or its Contributor Insights are not enabled
          POST   | /_emulator/contributors          | {"tableName":"none","minutes":61} | 400 | The member 'minutes' must be a whole number from 1 to 60
          PUT    | /_emulator/requests              | {"keep":10001} | 400 | The member 'keep' must be a whole number from 0 to 10000
          POST   | /_emulator/streams/roll          | {} | 400 | The member 'streamArn' must be a text
          POST   | /_emulator/streams/roll          | {"streamArn":"x","childrenOfEach":0} | 400 | The member 'childrenOfEach' must be a whole number from 1 to 100
          POST   | /_emulator/streams/roll          | {"streamArn":"x","childrenOfEach":101} | 400 | The member 'childrenOfEach' must be a whole number from 1 to 100
          POST   | /_emulator/streams/roll          | {"streamArn":"x","childrenOfEach":1.5} | 400 | The member 'childrenOfEach' must be a whole number from 1 to 100
          POST   | /_emulator/streams/roll          | {"streamArn":"x"} | 400 | Invalid StreamArn.
          """)
  void refuses(String method, String path, String body, int status, String error) {
    Answer answer = admin.call(method, path, body == null ? "" : body);

    assertThat(answer.error()).isEqualTo(error);
    assertThat(answer.status()).isEqualTo(status);
  }

  @Test
  void saysWhyAFileIsNotReset(@TempDir Path folder) {
    try (Emulator stored = Emulator.start(EmulatorOptions.builder().dbPath(folder).build())) {
      Answer answer = AdminClient.of(stored).post("/_emulator/reset", "");

      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.error())
          .isEqualTo(
              "Only an emulator in memory can be reset, restored and forked, not one with -dbPath");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          true  | localhost:8000   | http://localhost:8000 | 200 |
          true  | 127.0.0.2:8000   |                       | 200 |
          true  | [::1]            |                       | 200 |
          true  | LocalHost        |                       | 200 |
          true  |                  |                       | 200 |
          true  | localhost:8000   | http://localhost:3000 | 403 | Web pages of another origin may not use these endpoints: 'http://localhost:3000'
          true  | localhost:8000   | https://evil.example  | 403 | Web pages of another origin may not use these endpoints: 'https://evil.example'
          true  | localhost:8000   | null                  | 403 | Web pages of another origin may not use these endpoints: 'null'
          true  | evil.example     | http://evil.example   | 403 | The host 'evil.example' is not a name of the loopback address; start the emulator with --admin to allow others
          true  | localhost.evil.example | | 403 | The host 'localhost.evil.example' is not a name of the loopback address; start the emulator with --admin to allow others
          false | localhost:8000   |                       | 403 | Only programs on the emulator's own machine may use these endpoints; start it with --admin to let others use them too
          """)
  void letsInOnlyProgramsOnThisMachine(
      boolean isFromThisMachine, String host, String origin, int status, String error) {
    Answer answer = admin.call("GET", "/_emulator", "", headers(host, origin), isFromThisMachine);

    assertThat(answer.body().path("error").asText(null)).isEqualTo(error);
    assertThat(answer.status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          database:8000 |                      | 200 |
          database:8000 | https://evil.example | 403 | Web pages of another origin may not use these endpoints: 'https://evil.example'
          """)
  void letsInOtherMachinesWhenToldSo(String host, String origin, int status, String error) {
    AdminClient open = new AdminClient(new Admin(new EmulatorControls(emulator), true));

    Answer answer = open.call("GET", "/_emulator", "", headers(host, origin), false);

    assertThat(answer.body().path("error").asText(null)).isEqualTo(error);
    assertThat(answer.status()).isEqualTo(status);
  }

  private static Map<String, String> headers(String host, String origin) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Host", host);
    headers.put("Origin", origin);
    return headers;
  }
}
