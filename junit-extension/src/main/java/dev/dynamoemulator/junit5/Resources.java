package dev.dynamoemulator.junit5;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds files by name: beside a class, at the root of its class path, in the working directory. */
record Resources(Class<?> home) {

  /** The file beside the class; empty when there is none. */
  Optional<URL> beside(String name) {
    return Optional.ofNullable(home.getResource(name));
  }

  /**
   * @throws IllegalArgumentException when there is no such file
   */
  URL find(String name) {
    return beside(name)
        .or(() -> Optional.ofNullable(home.getClassLoader().getResource(name)))
        .or(() -> file(name))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no "
                        + name
                        + " beside "
                        + home.getName()
                        + ", at the root of the class path or in the working directory"));
  }

  private static Optional<URL> file(String name) {
    Path path = Path.of(name);
    try {
      return Files.exists(path) ? Optional.of(path.toUri().toURL()) : Optional.empty();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder that the URL is; empty when it is a file. */
  static Optional<Path> folder(URL url) {
    if (!url.getProtocol().equals("file")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(url.toURI())).filter(Files::isDirectory);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static InputStream open(URL url) {
    try {
      URLConnection connection = url.openConnection();
      connection.setUseCaches(false);
      return connection.getInputStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
