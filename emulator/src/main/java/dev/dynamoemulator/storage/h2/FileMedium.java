package dev.dynamoemulator.storage.h2;

import dev.dynamoemulator.storage.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.h2.mvstore.MVStore;

/**
 * One tree per collection, in one file. MVStore commits by itself from a background thread and,
 * when much is unsaved, from within a put; both are switched off, as they would store half of a
 * batch.
 */
final class FileMedium implements Medium {

  /** Chunks sparser than this are rewritten as the file is used: less is written, more is held. */
  private static final int USUAL_PERCENT = 60;

  /** Chunks sparser than this are rewritten on closing. */
  private static final int CLOSING_PERCENT = 90;

  /** How often that is done at most, a few megabytes each time. */
  private static final int CLOSING_ROUNDS = 4;

  /** Unsaved pages in memory, from which on a commit does not wait for the window to end. */
  private static final int UNSAVED_LIMIT = 32 << 20;

  /** How much is written between two looks for sparse chunks. */
  private static final long REWRITE_INTERVAL = 16 << 20;

  private final DataFile file;
  private final DataFileStore chunks;
  private final MVStore store;
  private final VersionPins pins;
  private long nextRewrite = REWRITE_INTERVAL;
  private boolean syncs;

  /** Null unless the durability is a window. */
  private DelayedFlush delayedFlush;

  private FileMedium(DataFile file) throws IOException {
    this.file = file;
    this.chunks = DataFileStore.of(file, false);
    this.store = open(chunks);
    this.pins = new VersionPins(store);
  }

  /**
   * Opens the file, or makes it.
   *
   * @throws StorageException with a message for the user; the file is left as it was
   */
  static FileMedium open(Path path) {
    if (Files.isDirectory(path)) {
      throw StorageErrors.noFile(path);
    }
    if (!Files.isDirectory(path.getParent())) {
      throw StorageErrors.directoryMissing(path);
    }
    boolean existed = Files.exists(path);
    DataFile file = DataFile.open(path);
    try {
      if (!new FileCheck(file).holdsData()) {
        create(file);
      }
      return new FileMedium(file);
    } catch (StorageException e) {
      closeQuietly(file);
      throw e;
    } catch (IOException | RuntimeException e) {
      closeQuietly(file);
      if (!existed) {
        path.toFile().delete();
      }
      throw StorageErrors.notOpened(path, e);
    }
  }

  /** Ends with a clean shutdown, which leaves a header that names a version. */
  private static void create(DataFile file) throws IOException {
    file.truncate(0);
    MVStore store = open(DataFileStore.of(file, false));
    FileFormat.write(store);
    store.close();
  }

  static MVStore open(DataFileStore chunks) {
    MVStore store =
        new MVStore.Builder().fileStore(chunks).autoCommitDisabled().autoCommitBufferSize(0).open();
    // Only pinned versions are kept.
    store.setVersionsToKeep(0);
    return store;
  }

  /** Called once, before anything is changed. */
  void start(Durability durability, ReentrantLock commitLock, Consumer<Throwable> onFailure) {
    syncs = durability instanceof Durability.EverySync;
    if (durability instanceof Durability.Window window) {
      delayedFlush = new DelayedFlush(window.length(), this::flush, commitLock, onFailure);
      delayedFlush.start();
    }
  }

  /** What the file holds. */
  State state() {
    Map<String, State.Slot> slots = new HashMap<>();
    for (String mapName : store.getMapNames()) {
      String collection = FileFormat.collection(mapName);
      if (collection != null) {
        slots.put(collection, new State.Slot(slots.size(), openTree(collection)));
      }
    }
    var roots = State.newRoots(slots.size());
    slots.values().forEach(slot -> roots[slot.index()] = slot.tree().getRoot());
    return new State(slots, roots, pin());
  }

  @Override
  public Tree openTree(String collection) {
    return store.openMap(FileFormat.mapName(collection), Tree.builder());
  }

  @Override
  public void dropTree(Tree tree) {
    store.removeMap(tree);
  }

  @Override
  public void keep(Draft draft) {
    if (delayedFlush != null && store.getUnsavedMemory() < UNSAVED_LIMIT) {
      delayedFlush.request();
    } else {
      flush();
    }
    if (chunks.bytesWritten() >= nextRewrite) {
      nextRewrite = chunks.bytesWritten() + REWRITE_INTERVAL;
      if (chunks.isSparse(USUAL_PERCENT)) {
        store.executeFilestoreOperation(() -> chunks.rewriteSparseChunks(USUAL_PERCENT));
        draft.refresh();
      }
    }
  }

  private void flush() {
    store.commit();
    if (syncs) {
      chunks.sync();
    }
  }

  @Override
  public Pin pin() {
    return pins.pinNewest();
  }

  /** The trees hold changes that nobody may see, and the file may end in half a chunk. */
  @Override
  public boolean outlivesFailure() {
    return false;
  }

  @Override
  public StorageException notKept(Throwable cause) {
    return StorageErrors.unwritable(file.path(), cause);
  }

  @Override
  public StorageException unreadable(Throwable cause) {
    return StorageErrors.unreadable(file.path(), cause);
  }

  @Override
  public void close() {
    stop();
    try (file) {
      store.commit();
      compact();
      store.close();
    } catch (IOException | RuntimeException e) {
      throw StorageErrors.unwritable(file.path(), e);
    }
  }

  /**
   * MVStore's own compaction moves chunks as well; it fails one of its assertions when it moves the
   * last one (2.4.240).
   */
  private void compact() {
    for (int round = 0; round < CLOSING_ROUNDS && chunks.isSparse(CLOSING_PERCENT); round++) {
      store.executeFilestoreOperation(() -> chunks.rewriteSparseChunks(CLOSING_PERCENT));
      store.commit();
      store.executeFilestoreOperation(chunks::dropUnusedChunks);
      store.commit();
    }
  }

  @Override
  public void abandon() {
    stop();
    store.closeImmediately();
    closeQuietly(file);
  }

  private void stop() {
    if (delayedFlush != null) {
      delayedFlush.stop();
    }
    pins.releaseAll();
  }

  private static void closeQuietly(DataFile file) {
    try {
      file.close();
    } catch (IOException e) {
      // The failure that led here is the one to report.
    }
  }
}
