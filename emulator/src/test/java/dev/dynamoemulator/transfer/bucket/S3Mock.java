package dev.dynamoemulator.transfer.bucket;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Adobe's S3Mock with the one bucket {@code bucket}, in a JVM of its own. It runs where the
 * variable S3MOCK names its executable jar, {@code com.adobe.testing:s3mock:exec} of Maven Central.
 */
public final class S3Mock implements AutoCloseable {

  private static final Pattern STARTED =
      Pattern.compile("Tomcat started on ports \\d+ \\(https\\), (\\d+) \\(http\\)");

  private final Process process;
  private final URI endpoint;
  private final S3Client client;

  private S3Mock(Process process, URI endpoint) {
    this.process = process;
    this.endpoint = endpoint;
    this.client =
        S3Client.builder()
            .endpointOverride(endpoint)
            .forcePathStyle(true)
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
            .build();
  }

  public static S3Mock start() throws IOException {
    String jar = System.getenv("S3MOCK");
    assumeThat(jar).as("S3MOCK names no jar of S3Mock").isNotNull();
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:TieredStopAtLevel=1",
                    "-jar",
                    jar,
                    "--server.port=0",
                    "--com.adobe.testing.s3mock.httpPort=0",
                    "--com.adobe.testing.s3mock.store.initial-buckets=bucket"))
            .redirectErrorStream(true)
            .start();
    return new S3Mock(process, URI.create("http://localhost:" + port(process)));
  }

  private static String port(Process process) throws IOException {
    BufferedReader output = process.inputReader();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher started = STARTED.matcher(line);
      if (started.find()) {
        Thread reader = new Thread(() -> output.lines().forEach(ignored -> {}), "s3mock-output");
        reader.setDaemon(true);
        reader.start();
        return started.group(1);
      }
    }
    throw new IOException("S3Mock did not start");
  }

  public URI endpoint() {
    return endpoint;
  }

  /** Of the AWS SDK, so that objects come and go as others send and read them. */
  public S3Client client() {
    return client;
  }

  @Override
  public void close() {
    client.close();
    process.toHandle().destroyForcibly();
    process.onExit().join();
  }
}
