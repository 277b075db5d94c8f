package dev.dynamoemulator;

import dev.dynamoemulator.fixtures.signature.Credentials;
import dev.dynamoemulator.model.Limits;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.model.Wording;
import dev.dynamoemulator.table.TransientDelays;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What an emulator is started with. Immutable. Every option of {@link EmulatorOption} has its
 * setter here; limits, the seed of ids and credentials can be set only in Java.
 *
 * <pre>{@code
 * EmulatorOptions options = EmulatorOptions.builder().region("eu-west-2").build();
 * }</pre>
 */
public final class EmulatorOptions {

  private final String host;
  private final int port;
  private final Path dbPath;
  private final boolean sharedDb;
  private final Set<String> allowedOrigins;
  private final TransientDelays transientDelays;
  private final Duration holdTransactions;
  private final Duration replicationLag;
  private final boolean optimizeDbBeforeStartup;
  private final Path seed;
  private final String region;
  private final String account;
  private final int streamShards;
  private final Duration timeToLiveInterval;
  private final Instant clock;
  private final boolean admin;
  private final boolean enforceThroughput;
  private final URI kinesisEndpoint;
  private final Path kinesisDirectory;
  private final URI s3Endpoint;
  private final Path s3Directory;
  private final Credentials credentials;
  private final Wording wording;
  private final Durability durability;
  private final Limits limits;
  private final Long idSeed;

  private EmulatorOptions(Builder builder) {
    this.host = builder.host;
    this.port = builder.port;
    this.dbPath = builder.dbPath;
    this.sharedDb = builder.sharedDb;
    this.allowedOrigins = builder.allowedOrigins;
    this.transientDelays = builder.transientDelays();
    this.holdTransactions = builder.holdTransactions;
    this.replicationLag = builder.replicationLag;
    this.optimizeDbBeforeStartup = builder.optimizeDbBeforeStartup;
    this.seed = builder.seed;
    this.region = builder.region;
    this.account = builder.account;
    this.streamShards = builder.streamShards;
    this.timeToLiveInterval = builder.timeToLiveInterval;
    this.clock = builder.clock;
    this.admin = builder.admin;
    this.enforceThroughput = builder.enforceThroughput;
    this.kinesisEndpoint = builder.kinesisEndpoint;
    this.kinesisDirectory = builder.kinesisDirectory;
    this.s3Endpoint = builder.s3Endpoint;
    this.s3Directory = builder.s3Directory;
    this.credentials = builder.credentials;
    this.wording = builder.wording;
    this.durability = builder.durability;
    this.limits = builder.limits;
    this.idSeed = builder.idSeed;
  }

  /** Starts from the defaults: in memory, on any free port of the loopback address. */
  public static Builder builder() {
    return new Builder();
  }

  /** A name or address of this machine. */
  public String host() {
    return host;
  }

  /** The port to listen on; 0 for any free one. */
  public int port() {
    return port;
  }

  /** The directory of the database file; empty when tables live in memory. */
  public Optional<Path> dbPath() {
    return Optional.ofNullable(dbPath);
  }

  /** Whether all accounts and regions see the same tables. */
  public boolean isSharedDb() {
    return sharedDb;
  }

  /** The web origins whose scripts may call; {@code *} stands for all. */
  public Set<String> allowedOrigins() {
    return allowedOrigins;
  }

  /** How long tables and indexes stay in CREATING, UPDATING and DELETING. */
  public TransientDelays transientDelays() {
    return transientDelays;
  }

  /** How long write transactions are held between prepare and commit; zero for not at all. */
  public Duration holdTransactions() {
    return holdTransactions;
  }

  /** How long a write of a global table takes to the other regions; zero for no time. */
  public Duration replicationLag() {
    return replicationLag;
  }

  /** Whether the database file is compacted before the start. */
  public boolean optimizesDbBeforeStartup() {
    return optimizeDbBeforeStartup;
  }

  /** The directory or file of tables and items to start with; empty when there is none. */
  public Optional<Path> seed() {
    return Optional.ofNullable(seed);
  }

  /** The region of the health check, and of all requests when the database is shared. */
  public String region() {
    return region;
  }

  /** The account of callers whose access key id is no account. */
  public String account() {
    return account;
  }

  /** The account and region of callers that name none. */
  Namespace home() {
    return new Namespace(account, region);
  }

  /** The shards that a new stream has. */
  public int streamShards() {
    return streamShards;
  }

  /** The time from one sweep of expired items to the next. */
  public Duration timeToLiveInterval() {
    return timeToLiveInterval;
  }

  /** The time to start at and to stand still at; empty when time passes. */
  public Optional<Instant> clock() {
    return Optional.ofNullable(clock);
  }

  /** Whether other machines may use the endpoints below {@code /_emulator}. */
  public boolean isAdmin() {
    return admin;
  }

  /** Whether requests are throttled that exceed the throughput of tables and indexes. */
  public boolean enforcesThroughput() {
    return enforceThroughput;
  }

  /** The Kinesis API that takes the records of streaming destinations. */
  public Optional<URI> kinesisEndpoint() {
    return Optional.ofNullable(kinesisEndpoint);
  }

  /** Where the records of streaming destinations are written when there is no such API. */
  public Optional<Path> kinesisDirectory() {
    return Optional.ofNullable(kinesisDirectory);
  }

  /** The S3 API of exports and imports; empty when folders stand for buckets. */
  public Optional<URI> s3Endpoint() {
    return Optional.ofNullable(s3Endpoint);
  }

  /** The directory whose folders stand for buckets. */
  public Optional<Path> s3Directory() {
    return Optional.ofNullable(s3Directory);
  }

  /** What requests to those APIs are signed with. */
  public Credentials credentials() {
    return credentials;
  }

  public Wording wording() {
    return wording;
  }

  /** Of no effect in memory. */
  public Durability durability() {
    return durability;
  }

  public Limits limits() {
    return limits;
  }

  /** What makes ids repeat themselves from one start to the next; empty when they do not. */
  public OptionalLong idSeed() {
    return idSeed == null ? OptionalLong.empty() : OptionalLong.of(idSeed);
  }

  /**
   * Collects options. A setter rejects what can never be right with an IllegalArgumentException
   * whose message says what would be.
   */
  public static final class Builder {

    private static final Duration VISIBLE_DELAY = Duration.ofSeconds(2);
    private static final String MILLIS = "must be a number of milliseconds, at least 0";

    private String host = "localhost";
    private int port;
    private boolean inMemory;
    private Path dbPath;
    private boolean sharedDb;
    private Set<String> allowedOrigins = Set.of("*");
    private boolean delayTransientStatuses;
    private Duration createDelay;
    private Duration updateDelay;
    private Duration deleteDelay;
    private Duration holdTransactions = Duration.ZERO;
    private Duration replicationLag = Duration.ZERO;
    private boolean optimizeDbBeforeStartup;
    private Path seed;
    private String region = "us-east-1";
    private String account = "000000000000";
    private int streamShards = 1;
    private Duration timeToLiveInterval = Duration.ofSeconds(10);
    private Instant clock;
    private boolean admin;
    private boolean enforceThroughput;
    private URI kinesisEndpoint;
    private Path kinesisDirectory;
    private URI s3Endpoint;
    private Path s3Directory;
    private Credentials credentials = Credentials.ANY;
    private Wording wording = Wording.NEWER;
    private Durability durability = Durability.COMMIT;
    private Limits limits = Limits.DYNAMODB;
    private Long idSeed;

    private Builder() {}

    public Builder host(String host) {
      require(!host.isBlank(), "must not be empty");
      this.host = host;
      return this;
    }

    /**
     * @param port 0 to 65535
     */
    public Builder port(int port) {
      require(port >= 0 && port <= 65535, "must be a number from 0 to 65535");
      this.port = port;
      return this;
    }

    /** Rules out a database file. The default anyway when no directory is given. */
    public Builder inMemory(boolean inMemory) {
      this.inMemory = inMemory;
      return this;
    }

    public Builder dbPath(Path dbPath) {
      this.dbPath = Objects.requireNonNull(dbPath, "dbPath");
      return this;
    }

    public Builder sharedDb(boolean sharedDb) {
      this.sharedDb = sharedDb;
      return this;
    }

    /**
     * @param origins at least one, such as {@code https://example.org}; or {@code *}
     */
    public Builder allowedOrigins(Set<String> origins) {
      require(!origins.isEmpty(), "must name at least one origin, or *");
      this.allowedOrigins = Set.copyOf(origins);
      return this;
    }

    /** Sets those delays that are not set on their own: to two seconds, or to none. */
    public Builder delayTransientStatuses(boolean delayTransientStatuses) {
      this.delayTransientStatuses = delayTransientStatuses;
      return this;
    }

    /** How long a new table is CREATING. */
    public Builder createDelay(Duration delay) {
      this.createDelay = checkedDelay(delay);
      return this;
    }

    /** How long a table is UPDATING, and a new index in each of its two phases. */
    public Builder updateDelay(Duration delay) {
      this.updateDelay = checkedDelay(delay);
      return this;
    }

    /** How long a table or an index is DELETING. */
    public Builder deleteDelay(Duration delay) {
      this.deleteDelay = checkedDelay(delay);
      return this;
    }

    private static Duration checkedDelay(Duration delay) {
      require(!delay.isNegative(), MILLIS);
      return delay;
    }

    private TransientDelays transientDelays() {
      Duration preset = delayTransientStatuses ? VISIBLE_DELAY : Duration.ZERO;
      return new TransientDelays(
          Objects.requireNonNullElse(createDelay, preset),
          Objects.requireNonNullElse(updateDelay, preset),
          Objects.requireNonNullElse(deleteDelay, preset));
    }

    /**
     * @param time zero for no hold, the default
     */
    public Builder holdTransactions(Duration time) {
      require(!time.isNegative(), MILLIS);
      this.holdTransactions = time;
      return this;
    }

    /**
     * @param time zero, the default, has a write in all regions when it is answered
     */
    public Builder replicationLag(Duration time) {
      require(!time.isNegative(), MILLIS);
      this.replicationLag = time;
      return this;
    }

    public Builder optimizeDbBeforeStartup(boolean optimizeDbBeforeStartup) {
      this.optimizeDbBeforeStartup = optimizeDbBeforeStartup;
      return this;
    }

    public Builder seed(Path seed) {
      this.seed = Objects.requireNonNull(seed, "seed");
      return this;
    }

    /**
     * @param region letters, digits and hyphens, as it becomes part of ARNs
     */
    public Builder region(String region) {
      require(Namespace.isRegion(region), "must be a region such as us-east-1");
      this.region = region;
      return this;
    }

    /**
     * @param account twelve digits
     */
    public Builder account(String account) {
      require(Namespace.isAccount(account), "must be an account of 12 digits");
      this.account = account;
      return this;
    }

    /**
     * @throws IllegalArgumentException when there is none
     */
    public Builder streamShards(int streamShards) {
      require(streamShards >= 1, "must be 1 or more");
      this.streamShards = streamShards;
      return this;
    }

    /**
     * @throws IllegalArgumentException when it is less than a second
     */
    public Builder timeToLiveInterval(Duration timeToLiveInterval) {
      require(timeToLiveInterval.toSeconds() >= 1, "must be 1 or more");
      this.timeToLiveInterval = timeToLiveInterval;
      return this;
    }

    /** Stops the time there; {@link Emulator#clock} moves it on. */
    public Builder clock(Instant clock) {
      this.clock = Objects.requireNonNull(clock, "clock");
      return this;
    }

    public Builder admin(boolean admin) {
      this.admin = admin;
      return this;
    }

    public Builder enforceThroughput(boolean enforceThroughput) {
      this.enforceThroughput = enforceThroughput;
      return this;
    }

    /**
     * @param endpoint such as http://localhost:4567
     */
    public Builder kinesisEndpoint(URI endpoint) {
      requireUrl(endpoint, "http://localhost:4567");
      this.kinesisEndpoint = endpoint;
      return this;
    }

    public Builder kinesisDirectory(Path directory) {
      this.kinesisDirectory = Objects.requireNonNull(directory, "directory");
      return this;
    }

    /**
     * @param endpoint such as http://localhost:9090
     */
    public Builder s3Endpoint(URI endpoint) {
      requireUrl(endpoint, "http://localhost:9090");
      this.s3Endpoint = endpoint;
      return this;
    }

    public Builder s3Directory(Path directory) {
      this.s3Directory = Objects.requireNonNull(directory, "directory");
      return this;
    }

    /**
     * What requests to the APIs of S3 and Kinesis are signed with; the program takes those in the
     * environment variables of the AWS CLI. Made up when they are not set, for APIs that do not
     * look.
     */
    public Builder credentials(Credentials credentials) {
      this.credentials = Objects.requireNonNull(credentials, "credentials");
      return this;
    }

    public Builder wording(Wording wording) {
      this.wording = Objects.requireNonNull(wording, "wording");
      return this;
    }

    public Builder durability(Durability durability) {
      this.durability = Objects.requireNonNull(durability, "durability");
      return this;
    }

    public Builder limits(Limits limits) {
      this.limits = Objects.requireNonNull(limits, "limits");
      return this;
    }

    /** Makes the ids of tables, streams and requests the same ones in every run. */
    public Builder idSeed(long idSeed) {
      this.idSeed = idSeed;
      return this;
    }

    /**
     * @throws IllegalArgumentException when two options contradict each other
     */
    public EmulatorOptions build() {
      require(
          !inMemory || dbPath == null,
          EmulatorOption.IN_MEMORY + " and " + EmulatorOption.DB_PATH + " exclude each other");
      require(
          !optimizeDbBeforeStartup || dbPath != null,
          EmulatorOption.OPTIMIZE_DB_BEFORE_STARTUP + " needs " + EmulatorOption.DB_PATH);
      return new EmulatorOptions(this);
    }

    private static void requireUrl(URI endpoint, String example) {
      require(
          endpoint.getHost() != null
              && ("http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme())),
          "must be a URL such as " + example);
    }

    private static void require(boolean holds, String message) {
      if (!holds) {
        throw new IllegalArgumentException(message);
      }
    }
  }
}
