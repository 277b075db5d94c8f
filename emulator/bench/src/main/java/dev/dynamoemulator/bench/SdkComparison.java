package dev.dynamoemulator.bench;

import dev.dynamoemulator.Emulator;
import dev.dynamoemulator.EmulatorOptions;
import dev.dynamoemulator.inprocess.InProcessHttpClient;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The AWS SDK on one thread: in process, and over HTTP to a server in a process of its own. */
final class SdkComparison {

  private static final int ROUNDS = 5;
  private static final long ROUND_NANOS = 500_000_000;
  private static final long WARM_UP_NANOS = 3_000_000_000L;
  private static final int KEYS = 1000;

  private SdkComparison() {}

  static String run(RunningTarget overHttp) {
    try (Emulator emulator = Emulator.start(EmulatorOptions.builder().port(0).build());
        DynamoDbClient inProcess =
            client(URI.create("http://localhost"), new InProcessHttpClient(emulator.dispatcher()));
        DynamoDbClient http =
            client(URI.create("http://127.0.0.1:" + overHttp.port()), Apache5HttpClient.create())) {
      try (Client filler = overHttp.connect()) {
        fill(filler);
      }
      try (Client filler = new Client(emulator.endpoint().getPort())) {
        fill(filler);
      }
      return line("GetItem", inProcess, http, SdkComparison::get)
          + System.lineSeparator()
          + line("PutItem 1 KB", inProcess, http, SdkComparison::put);
    }
  }

  private static void fill(Client client) {
    Fill.create(client, "sdk", Tables.PARTITION_KEY_ONLY);
    Fill.put(client, "sdk", KEYS, number -> Items.item(number, Items.LARGE));
  }

  private static DynamoDbClient client(URI endpoint, SdkHttpClient http) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("bench", "bench")))
        .httpClient(http)
        .build();
  }

  private static void get(DynamoDbClient client) {
    client.getItem(request -> request.tableName("sdk").key(Map.of("pk", text("user#1000007"))));
  }

  private static void put(DynamoDbClient client) {
    client.putItem(
        request ->
            request
                .tableName("sdk")
                .item(
                    Map.of(
                        "pk", text("user#1000007"),
                        "n", AttributeValue.fromN("12"),
                        "text", text("x".repeat(Items.LARGE)))));
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static String line(
      String name,
      DynamoDbClient inProcess,
      DynamoDbClient http,
      Consumer<DynamoDbClient> operation) {
    perSecond(inProcess, operation, WARM_UP_NANOS);
    perSecond(http, operation, WARM_UP_NANOS);
    double[] direct = new double[ROUNDS];
    double[] overHttp = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      direct[i] = perSecond(inProcess, operation, ROUND_NANOS);
      overHttp[i] = perSecond(http, operation, ROUND_NANOS);
    }
    return String.format(
        Locale.ROOT,
        "sdk       %-24s %8.0f op/s in process, %.0f op/s over HTTP: %.2f x",
        name,
        Median.of(direct),
        Median.of(overHttp),
        Median.of(direct) / Median.of(overHttp));
  }

  private static double perSecond(
      DynamoDbClient client, Consumer<DynamoDbClient> operation, long nanos) {
    long start = System.nanoTime();
    int count = 0;
    while (System.nanoTime() - start < nanos) {
      operation.accept(client);
      count++;
    }
    return count * 1e9 / (System.nanoTime() - start);
  }
}
