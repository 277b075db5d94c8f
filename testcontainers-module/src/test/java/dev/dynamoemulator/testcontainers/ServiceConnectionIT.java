package dev.dynamoemulator.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The client that Spring Cloud AWS makes, without any property set. */
@NeedsImage
class ServiceConnectionIT {

  @EnableAutoConfiguration
  static class Application {

    @Bean
    @ServiceConnection
    DynamoEmulatorContainer emulator() {
      return Images.container();
    }
  }

  @Test
  void connectsTheClientOfSpringCloudAws() {
    SpringApplication application = new SpringApplication(Application.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setRegisterShutdownHook(false);

    try (ConfigurableApplicationContext context = application.run()) {
      DynamoDbClient client = context.getBean(DynamoDbClient.class);
      Clients.createTable(client, "things");

      assertThat(client.listTables().tableNames()).containsExactly("things");
    }
  }
}
