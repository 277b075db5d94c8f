package dev.dynamoemulator;

import dev.dynamoemulator.admin.Admin;
import dev.dynamoemulator.engine.TransactionHold;
import dev.dynamoemulator.environment.AdjustableClock;
import dev.dynamoemulator.environment.Ids;
import dev.dynamoemulator.fault.Faults;
import dev.dynamoemulator.fixtures.Fixtures;
import dev.dynamoemulator.http.HttpServer;
import dev.dynamoemulator.inprocess.EmulatorClients;
import dev.dynamoemulator.insight.ContributorReport;
import dev.dynamoemulator.model.DynamoDbException;
import dev.dynamoemulator.model.Namespace;
import dev.dynamoemulator.protocol.AllowedOrigins;
import dev.dynamoemulator.protocol.Dispatcher;
import dev.dynamoemulator.protocol.Namespaces;
import dev.dynamoemulator.protocol.RequestJournal;
import dev.dynamoemulator.replication.ReplicationControl;
import dev.dynamoemulator.table.TransientDelays;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsAsyncClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * A running emulator. It shares nothing with others in the same JVM, and ends with {@link #close}.
 *
 * <pre>{@code
 * try (Emulator emulator = Emulator.start()) {
 *   URI endpoint = emulator.endpoint();
 * }
 * }</pre>
 *
 * <p>In memory, its state can be kept and brought back. {@link #snapshot}, {@link #restore}, {@link
 * #reset} and {@link #fork} take less than a millisecond, however much data there is, and may be
 * called while requests are being answered: a request belongs to the state that it met on its
 * arrival, as a whole, and changes no other.
 *
 * <p>Thread-safe.
 */
public final class Emulator implements AutoCloseable {

  private static final int ANY_PORT = 0;

  private final EmulatorOptions options;
  private final DatabaseSettings settings;
  private final Dispatcher dispatcher;
  private final int port;
  private Database database;
  private EmulatorSnapshot baseline;
  private HttpServer server;
  private Admin admin;
  private EmulatorClients clients;
  private boolean isClosed;

  private Emulator(DatabaseSettings settings, Database database, int port) {
    this.options = settings.options();
    this.settings = settings;
    this.database = database;
    this.port = port;
    Namespaces namespaces = new Namespaces(options.home(), options.isSharedDb());
    this.dispatcher =
        new Dispatcher(
            database.operations(),
            namespaces,
            new AllowedOrigins(options.allowedOrigins()),
            options.wording(),
            settings.environment(),
            settings.faults());
  }

  /** Starts with the default options: in memory, and with no tables. */
  public static Emulator start() {
    return start(EmulatorOptions.builder().build());
  }

  /**
   * Starts with every operation there is. No port is bound yet.
   *
   * @throws UncheckedIOException when the database file cannot be used; the message says why
   * @throws IllegalArgumentException when the seed cannot be loaded; the message says why
   */
  public static Emulator start(EmulatorOptions options) {
    Ids ids =
        options.idSeed().isPresent() ? Ids.seeded(options.idSeed().getAsLong()) : Ids.random();
    AdjustableClock clock =
        options.clock().map(AdjustableClock::fixed).orElseGet(AdjustableClock::system);
    DatabaseSettings settings = DatabaseSettings.of(options, clock, ids);
    Emulator emulator = new Emulator(settings, opened(settings), options.port());
    if (options.dbPath().isEmpty()) {
      emulator.baseline();
    }
    return emulator;
  }

  private static Database opened(DatabaseSettings settings) {
    Optional<Path> seed = settings.options().seed();
    return seed.isEmpty() ? Database.open(settings) : seeded(settings, Fixtures.in(seed.get()));
  }

  /** What a seed puts there is never seen in the making, and need not be waited for. */
  private static Database seeded(DatabaseSettings settings, Fixtures seed) {
    Database database = Database.open(settings.withoutDelays());
    try {
      new Seed(DirectCalls.of(database, settings.options())).load(seed);
    } catch (RuntimeException e) {
      database.close();
      settings.environment().close();
      throw e;
    }
    boolean isDelayed = !settings.delays().equals(TransientDelays.NONE);
    return isDelayed ? database.reopened(settings) : database;
  }

  /**
   * Calls an operation without any client, in the emulator's own account and region.
   *
   * @param operation such as {@code CreateTable}
   * @param request its members as a JSON object
   * @return the answer's members as a JSON object
   * @throws DynamoDbException the error that a client would be answered with
   * @throws IllegalArgumentException when there is no such operation
   */
  public String call(String operation, String request) {
    return new String(
        call(operation, request.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
  }

  /** As {@link #call(String, String)}, with the bytes of UTF-8 text. */
  public byte[] call(String operation, byte[] request) {
    return DirectCalls.of(present(), options).call(operation, request);
  }

  /** Creates the tables of these fixtures with their items. */
  public void load(Fixtures fixtures) {
    new Seed(DirectCalls.of(present(), options)).load(fixtures);
  }

  /**
   * A client of the AWS SDK that needs no socket; always the same one. It ends with the emulator.
   */
  public DynamoDbClient dynamoDbClient() {
    return clients().dynamoDb();
  }

  /** The asynchronous client; always the same one. It ends with the emulator. */
  public DynamoDbAsyncClient dynamoDbAsyncClient() {
    return clients().dynamoDbAsync();
  }

  /** The client of streams; always the same one. It ends with the emulator. */
  public DynamoDbStreamsClient dynamoDbStreamsClient() {
    return clients().dynamoDbStreams();
  }

  /** The asynchronous client of streams; always the same one. It ends with the emulator. */
  public DynamoDbStreamsAsyncClient dynamoDbStreamsAsyncClient() {
    return clients().dynamoDbStreamsAsync();
  }

  private synchronized EmulatorClients clients() {
    requireOpen();
    if (clients == null) {
      clients = new EmulatorClients(dispatcher);
    }
    return clients;
  }

  /** The last requests with their answers; none are kept unless it is told to. */
  public RequestJournal requestJournal() {
    return dispatcher.journal();
  }

  /** The version of this program. */
  public static String version() {
    String version = Emulator.class.getPackage().getImplementationVersion();
    return version == null ? "(development)" : version;
  }

  /** What it was started with. */
  public EmulatorOptions options() {
    return options;
  }

  /** What answers requests, for clients that need no socket. */
  public Dispatcher dispatcher() {
    return dispatcher;
  }

  /**
   * Where HTTP clients reach the emulator. The port is bound when this is first asked.
   *
   * @throws java.io.UncheckedIOException when the port is taken or the host is not of this machine
   * @throws IllegalStateException when the emulator is closed
   */
  public synchronized URI endpoint() {
    requireOpen();
    if (server == null) {
      admin = new Admin(new EmulatorControls(this), options.isAdmin());
      server = HttpServer.start(options.host(), port, dispatcher, admin);
    }
    return server.uri();
  }

  /** The time of this emulator: table statuses, time to live, streams and tokens follow it. */
  public AdjustableClock clock() {
    return settings.clock();
  }

  /** Holds transactions between prepare and commit, to provoke conflicts. Off unless asked for. */
  public TransactionHold transactionHold() {
    return settings.hold();
  }

  /** Pauses and resumes replication between regions, and has it lag. */
  public ReplicationControl replication() {
    return settings.replication();
  }

  /** Lets requests fail, wait or be done in part, as rules say. None are at work at the start. */
  public Faults faults() {
    return settings.faults();
  }

  /**
   * The latest records that went to a Kinesis stream, as JSON, the oldest first: up to 10,000, and
   * only where neither an endpoint nor a file takes them.
   */
  public List<String> kinesisRecords(String streamArn) {
    return present().kinesisRecords(streamArn);
  }

  /**
   * The keys that contributed most to the traffic of a table or global index, as far as its
   * Contributor Insights were enabled.
   *
   * @param owner the account and region of the table
   * @param indexName null for the table itself
   * @param window how far to look back, up to an hour
   * @return empty when there is no such table or index, or its insights are not enabled
   */
  public Optional<ContributorReport> contributors(
      Namespace owner, String tableName, String indexName, Duration window) {
    return present().contributors(owner, tableName, indexName, window);
  }

  /**
   * Deletes the items whose time to live is over, without waiting for the next sweep.
   *
   * @return how many
   */
  public long sweepExpiredItems() {
    return present().sweepExpiredItems();
  }

  /**
   * Closes the open shards of a stream before their time.
   *
   * @param childrenOfEach how many shards take the place of each
   * @throws dev.dynamoemulator.model.DynamoDbException when there is no such stream
   */
  public void rollStream(String streamArn, int childrenOfEach) {
    present().rollStream(streamArn, childrenOfEach);
  }

  /**
   * The state as it is now, to be given to {@link #restore}.
   *
   * @throws UnsupportedOperationException when the database is in a file
   */
  public synchronized EmulatorSnapshot snapshot() {
    requireMemory();
    return EmulatorSnapshot.of(database, settings);
  }

  /**
   * Brings everything back to how it was, the clock and the sequence of ids included. Idempotency
   * tokens of transactions are not brought back: all are forgotten. Transactions that are held are
   * released, to end in the state that is being left, and later ones are held as the options say.
   * Replication goes on with the lag that they say. No rule of {@link #faults} stays at work.
   *
   * @param snapshot of this emulator, or of one that it was forked from or to
   * @throws IllegalArgumentException when the snapshot is of another one
   * @throws UnsupportedOperationException when the database is in a file
   */
  public synchronized void restore(EmulatorSnapshot snapshot) {
    requireMemory();
    Database restored = snapshot.restore(database, settings);
    database.retire();
    database = restored;
    dispatcher.replaceOperations(database.operations());
    settings.reset();
  }

  /**
   * Makes the present state the one that {@link #reset} goes back to.
   *
   * @throws UnsupportedOperationException when the database is in a file
   */
  public synchronized void baseline() {
    baseline = snapshot();
  }

  /**
   * Goes back to the last {@link #baseline}; without any, to how the emulator was started: empty,
   * or with its seed.
   *
   * @throws UnsupportedOperationException when the database is in a file
   */
  public synchronized void reset() {
    requireMemory();
    restore(baseline);
  }

  /**
   * Another emulator with the same state, to be closed by the caller. Neither sees what happens in
   * the other. It has a clock of its own, listens on a port of its own when asked for its endpoint,
   * and goes back to the same baseline.
   *
   * @throws UnsupportedOperationException when the database is in a file
   */
  public synchronized Emulator fork() {
    requireMemory();
    DatabaseSettings copy = settings.fork();
    Emulator fork = new Emulator(copy, snapshot().restore(database, copy), ANY_PORT);
    fork.baseline = baseline;
    return fork;
  }

  /** What a call works on from its beginning to its end; nobody waits for it meanwhile. */
  private synchronized Database present() {
    requireOpen();
    return database;
  }

  private void requireMemory() {
    requireOpen();
    if (options.dbPath().isPresent()) {
      throw new UnsupportedOperationException(
          "Only an emulator in memory can be reset, restored and forked, not one with "
              + EmulatorOption.DB_PATH);
    }
  }

  private void requireOpen() {
    if (isClosed) {
      throw new IllegalStateException("The emulator is closed");
    }
  }

  /**
   * Lets requests in flight finish, held transactions among them, and releases everything. Closing
   * twice is harmless.
   */
  @Override
  public void close() {
    if (!markClosed()) {
      return;
    }
    settings.release();
    if (clients != null) {
      clients.close();
    }
    // Without the lock, for which an admin request in flight may be waiting.
    try {
      if (server != null) {
        server.close();
        admin.close();
      }
    } finally {
      database.close();
      settings.environment().close();
    }
  }

  private synchronized boolean markClosed() {
    boolean wasOpen = !isClosed;
    isClosed = true;
    return wasOpen;
  }
}
