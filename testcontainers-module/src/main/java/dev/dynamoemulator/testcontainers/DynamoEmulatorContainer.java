package dev.dynamoemulator.testcontainers;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.rnorth.ducttape.ratelimits.RateLimiter;
import org.rnorth.ducttape.ratelimits.RateLimiterBuilder;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/**
 * A container with the emulator.
 *
 * <p>Supported image: {@code dynamo-emulator}. Exposed port: 8000.
 *
 * <pre>{@code
 * try (DynamoEmulatorContainer emulator = new DynamoEmulatorContainer("dynamo-emulator:0.1.0")) {
 *   emulator.start();
 *   DynamoDbClient client =
 *       DynamoDbClient.builder()
 *           .endpointOverride(emulator.getEndpoint())
 *           .region(Region.of(emulator.getRegion()))
 *           .credentialsProvider(
 *               StaticCredentialsProvider.create(
 *                   AwsBasicCredentials.create(emulator.getAccessKey(), emulator.getSecretKey())))
 *           .build();
 * }
 * }</pre>
 */
public class DynamoEmulatorContainer extends GenericContainer<DynamoEmulatorContainer> {

  private static final DockerImageName DEFAULT_IMAGE_NAME =
      DockerImageName.parse("dynamo-emulator");

  private static final int PORT = 8000;
  private static final String DATA = "/home/dynamodblocal/data";
  private static final String SEED = "/home/dynamodblocal/seed";
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

  /** Once a second, as Testcontainers asks by itself, is longer than the start takes. */
  private static final int CHECKS_PER_SECOND = 20;

  /** The emulator checks no signatures and takes any key id that is no account. */
  private static final String KEY = "dynamo-emulator";

  private static final String REGION = "us-east-1";

  private final Map<String, String> options = new LinkedHashMap<>();
  private String seed;
  private Admin admin;

  /**
   * @param dockerImageName with a tag, such as {@code dynamo-emulator:0.1.0}
   */
  public DynamoEmulatorContainer(String dockerImageName) {
    this(DockerImageName.parse(dockerImageName));
  }

  /**
   * @param dockerImageName of the emulator, or one declared to be a substitute for it
   */
  public DynamoEmulatorContainer(DockerImageName dockerImageName) {
    super(dockerImageName);
    dockerImageName.assertCompatibleWith(DEFAULT_IMAGE_NAME);
    addExposedPort(PORT);
    waitingFor(
        Wait.forHttp("/")
            .forPort(PORT)
            .withRateLimiter(checks())
            .withStartupTimeout(START_TIMEOUT));
    // For the handle of getAdmin(): to the emulator, the test is on another machine.
    set("ADMIN", "true");
    set("REGION", REGION);
  }

  private static RateLimiter checks() {
    return RateLimiterBuilder.newBuilder()
        .withRate(CHECKS_PER_SECOND, TimeUnit.SECONDS)
        .withConstantThroughput()
        .build();
  }

  /**
   * Loads tables and items before the start. Sets {@code DYNAMO_EMULATOR_SEED}.
   *
   * @param path of a folder of fixtures, or a file such as a model of NoSQL Workbench, on this
   *     machine, or on the class path when it begins with {@code classpath:}
   */
  public DynamoEmulatorContainer withSeed(String path) {
    this.seed = path;
    set("SEED", SEED);
    return this;
  }

  /** Shows all accounts and regions the same tables. Sets {@code DYNAMO_EMULATOR_SHARED_DB}. */
  public DynamoEmulatorContainer withSharedDb() {
    return set("SHARED_DB", "true");
  }

  /**
   * Keeps tables in a file instead of in memory, so that they outlive a restart of the emulator; a
   * volume mounted at {@code /home/dynamodblocal/data} makes them outlive the container. There is
   * no reset and there are no snapshots then. Sets {@code DYNAMO_EMULATOR_DB_PATH}.
   */
  public DynamoEmulatorContainer withPersistence() {
    return set("DB_PATH", DATA);
  }

  /**
   * Starts with a clock that stands still; {@link Admin} moves it. Sets {@code
   * DYNAMO_EMULATOR_CLOCK}.
   */
  public DynamoEmulatorContainer withClock(Instant instant) {
    return set("CLOCK", instant.toString());
  }

  /**
   * Sets more options, by their names: {@code "streamShards", "4"} sets {@code
   * DYNAMO_EMULATOR_STREAM_SHARDS}. The emulator does not start with one that it doesn't know.
   *
   * @param options names such as {@code delayTransientStatuses} with their values
   */
  public DynamoEmulatorContainer withOptions(Map<String, String> options) {
    options.forEach((name, value) -> set(OptionName.inCapitals(name), value));
    return this;
  }

  private DynamoEmulatorContainer set(String option, String value) {
    options.put(OptionName.environmentVariable(option), value);
    return this;
  }

  @Override
  protected void configure() {
    options.forEach(this::addEnv);
    if (seed != null) {
      withCopyFileToContainer(mountable(seed), SEED);
    }
  }

  private static MountableFile mountable(String seed) {
    String prefix = "classpath:";
    return seed.startsWith(prefix)
        ? MountableFile.forClasspathResource(seed.substring(prefix.length()))
        : MountableFile.forHostPath(seed);
  }

  /**
   * Where the test reaches the emulator. Containers on the same network use its alias there, with
   * port 8000.
   */
  public URI getEndpoint() {
    return URI.create("http://" + getHost() + ":" + getMappedPort(PORT));
  }

  /** The region in which the emulator stands; tables of every other one are apart. */
  public String getRegion() {
    return options.get(OptionName.environmentVariable("REGION"));
  }

  public String getAccessKey() {
    return KEY;
  }

  public String getSecretKey() {
    return KEY;
  }

  /** What the test can do to the running emulator; the same handle until it is started anew. */
  public synchronized Admin getAdmin() {
    URI endpoint = getEndpoint();
    if (admin == null || !admin.isOf(endpoint)) {
      admin = new Admin(endpoint);
    }
    return admin;
  }
}
