package dev.dynamoemulator.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamoemulator.Emulator;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Needs no class of the AWS SDK; the module without-sdk runs it where there is none. */
@DynamoEmulator(tables = @Table(file = "music.json"))
@Tag("endpoint")
class EndpointOnlyTest {

  @Test
  void answersOverHttp(URI endpoint) throws IOException {
    HttpURLConnection call = (HttpURLConnection) endpoint.toURL().openConnection();
    call.setDoOutput(true);
    call.setRequestProperty("Content-Type", "application/x-amz-json-1.0");
    call.setRequestProperty("X-Amz-Target", "DynamoDB_20120810.ListTables");
    call.setRequestProperty(
        "Authorization",
        "AWS4-HMAC-SHA256 Credential=any/20260101/us-east-1/dynamodb/aws4_request,"
            + " SignedHeaders=host, Signature=any");
    call.setRequestProperty("X-Amz-Date", "20260101T000000Z");
    try (OutputStream out = call.getOutputStream()) {
      out.write("{}".getBytes());
    }

    assertThat(call.getInputStream()).hasContent("{\"TableNames\":[\"Music\"]}");
  }

  @Test
  void answersWithoutAClient(Emulator emulator) {
    assertThat(emulator.call("ListTables", "{}")).isEqualTo("{\"TableNames\":[\"Music\"]}");
  }

  @Test
  @EnabledIfSystemProperty(named = "dynamo.emulator.sdk", matches = "absent")
  void runsWithoutTheSdk() {
    assertThatThrownBy(() -> Class.forName("software.amazon.awssdk.core.SdkClient"))
        .isInstanceOf(ClassNotFoundException.class);
  }
}
