package dev.dynamoemulator.storage.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamoemulator.ReportingProcess;
import dev.dynamoemulator.storage.StorageException;
import dev.dynamoemulator.storage.WriteBatch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.StringDataType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files are not opened, what is said about it, and that they are left as they are. */
class FileRefusalTest {

  private static final String FOREIGN =
      "The file %s is not a data file of this emulator. It was left as it is; choose another path.";
  private static final String NEWER =
      "The data file %s was written by a newer release of this emulator. It was left as it is; use"
          + " that release, or choose another path.";
  private static final String OLDER =
      "The data file %s was written by an older release of this emulator, in a form that is not read"
          + " any more. It was left as it is; export its tables with that release, or choose another"
          + " path.";
  private static final String DAMAGED =
      "The data file %s is damaged: #. It was left as it is; restore it from a copy, or choose"
          + " another path.";

  @TempDir Path directory;

  private Path file;

  @BeforeEach
  void nameFile() {
    file = directory.resolve("data");
  }

  @Test
  void refusesAFileThatAnotherProcessHasOpen() throws Exception {
    try (ReportingProcess writer =
        ReportingProcess.start(WriterProgram.class, file.toString(), "1")) {
      assertThat(writer.nextLine()).isEqualTo("open");

      assertRefusal(
          file,
          "The data file %s is in use by another emulator. Stop that one, or choose another"
              + " path.");

      for (int i = 0; i < 10; i++) {
        assertThat(writer.nextLine()).containsOnlyDigits();
      }
    }
  }

  @Test
  void refusesAFileThatIsOpenInThisProcess() {
    try (H2Storage first = open()) {
      assertRefusal(
          file,
          "The data file %s is in use by another emulator. Stop that one, or choose another"
              + " path.");

      first.commit(new WriteBatch().put("items", new byte[1], new byte[1]));
      assertThat(first.count("items")).isOne();
    }
  }

  /** POSIX drops a lock when its process closes any descriptor of the file. */
  @Test
  void keepsOtherProcessesOutAfterARefusalInThisOne() throws Exception {
    try (H2Storage first = open()) {
      assertThatThrownBy(this::open).isInstanceOf(StorageException.class);

      try (ReportingProcess other =
          ReportingProcess.start(WriterProgram.class, file.toString(), "1")) {
        assertThat(other.nextLine()).isNull();
      }
    }
  }

  @Test
  void takesALinkForTheFileItself() throws IOException {
    Path link = directory.resolve("link");
    try (H2Storage first = open()) {
      Files.createSymbolicLink(link, file);

      assertRefusal(
          link,
          "The data file %s is in use by another emulator. Stop that one, or choose another"
              + " path.");
    }
    H2Storage.file(link, Durability.EVERY_COMMIT).close();
  }

  @Test
  void refusesADirectory() {
    assertRefusal(
        directory,
        "The data file %s cannot be opened: it is a directory. Choose the path of a file in it.");
  }

  @Test
  void refusesAPathInAMissingDirectory() {
    Path lost = directory.resolve("missing").resolve("data");

    assertRefusal(
        lost,
        "The data file %s cannot be created: its directory does not exist. Create the directory,"
            + " or choose another path.");
    assertThat(lost.getParent()).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 4096, 8192, 100_000})
  void refusesAForeignFile(int length) throws IOException {
    byte[] text = "Dear diary, ".repeat(length).substring(0, length).getBytes();

    assertRefused(text, FOREIGN);
  }

  @Test
  void refusesAFileOfAnotherProgramOnMvStore() throws IOException {
    try (MVStore store = MVStore.open(file.toString())) {
      store.openMap("data").put("key", "value");
    }

    assertRefused(Files.readAllBytes(file), FOREIGN);
  }

  @Test
  void refusesAFileOfANewerRelease() throws IOException {
    writeFileOfFormat(FileFormat.VERSION + 1);

    assertRefused(Files.readAllBytes(file), NEWER);
  }

  @Test
  void refusesAFileOfAnOlderRelease() throws IOException {
    writeFileOfFormat(FileFormat.VERSION - 1);

    assertRefused(Files.readAllBytes(file), OLDER);
  }

  private void writeFileOfFormat(int version) throws IOException {
    open().close();
    try (DataFile data = DataFile.open(file);
        MVStore store = FileMedium.open(DataFileStore.of(data, false))) {
      MVMap.Builder<String, String> strings = new MVMap.Builder<>();
      strings.keyType(StringDataType.INSTANCE).valueType(StringDataType.INSTANCE);
      store.openMap("format", strings).putAll(Map.of("version", "" + version));
    }
  }

  @Test
  void refusesAFileOfANewerEngine() throws IOException {
    open().close();
    byte[] content = Files.readAllBytes(file);
    for (int start = 0; start < 8192; start += 4096) {
      ByteBuffer header = ByteBuffer.wrap(content, start, 4096).slice();
      Map<String, String> attributes = new TreeMap<>(SealedText.read(header));
      attributes.put("format", "4");
      SealedText.write(header, attributes);
    }

    assertRefused(content, NEWER);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.2, 0.5, 0.9, 0.99})
  void refusesAFileThatWasCutOff(double share) throws IOException {
    byte[] content = populated();

    byte[] cut = Arrays.copyOf(content, (int) (content.length * share));
    write(cut);

    assertThatThrownBy(this::open).isInstanceOf(StorageException.class).satisfies(this::isDamage);
    assertThat(Files.readAllBytes(file)).isEqualTo(cut);
  }

  @Test
  void refusesAFileWithADamagedHeader() throws IOException {
    byte[] content = populated();
    content[4096 + 20] ^= 1;

    assertRefused(content, DAMAGED.replace("#", "its header does not match its checksum"));
  }

  @Test
  void refusesAFileWithAnyBitOfALiveChunkFlipped() throws IOException {
    byte[] content = populated();
    Random random = new Random(3);
    int refused = 0;

    for (int round = 0; round < 100; round++) {
      byte[] flipped = content.clone();
      int position = 8192 + random.nextInt(content.length - 8192);
      flipped[position] ^= (byte) (1 << random.nextInt(8));
      write(flipped);
      try (H2Storage storage = open()) {
        // The bit was in a chunk that nothing refers to.
        assertPopulated(storage);
      } catch (StorageException e) {
        isDamage(e);
        assertThat(Files.readAllBytes(file)).isEqualTo(flipped);
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(20);
  }

  @Test
  void startsAnewWithAnEmptyFile() throws IOException {
    write(new byte[0]);

    try (H2Storage storage = open()) {
      assertThat(storage.collections()).isEmpty();
    }
  }

  @Test
  void startsAnewWhenTheMakingOfTheFileWasCutShort() throws IOException {
    try (DataFile data = DataFile.open(file)) {
      MVStore store = FileMedium.open(DataFileStore.of(data, false));
      store.closeImmediately();
    }
    assertThat(file).hasSize(8192);

    try (H2Storage storage = open()) {
      assertThat(storage.collections()).isEmpty();
    }
  }

  private H2Storage open() {
    return H2Storage.file(file, Durability.EVERY_COMMIT);
  }

  private void write(byte[] content) throws IOException {
    Files.write(file, content);
  }

  /** The content of a file that was closed cleanly. */
  private byte[] populated() throws IOException {
    try (H2Storage storage = open()) {
      for (int number = 0; number < 200; number++) {
        storage.commit(new WriteBatch().put("items", key(number), new byte[number]));
      }
    }
    return Files.readAllBytes(file);
  }

  private static void assertPopulated(H2Storage storage) {
    for (int number = 0; number < 200; number++) {
      assertThat(storage.get("items", key(number))).isEqualTo(new byte[number]);
    }
  }

  private static byte[] key(int number) {
    return new byte[] {(byte) (number * 7)};
  }

  private void assertRefused(byte[] content, String message) throws IOException {
    write(content);

    assertRefusal(file, message);

    assertThat(Files.readAllBytes(file)).isEqualTo(content);
  }

  private static void assertRefusal(Path path, String message) {
    assertThatThrownBy(() -> H2Storage.file(path, Durability.EVERY_COMMIT))
        .isInstanceOf(StorageException.class)
        .hasMessage(message, path);
  }

  private void isDamage(Throwable refusal) {
    assertThat(refusal.getMessage())
        .isIn(
            Stream.of(
                    "it is cut off",
                    "part of its content is missing or altered",
                    "its content is not readable")
                .map(damage -> String.format(DAMAGED.replace("#", damage), file))
                .toList());
  }
}
