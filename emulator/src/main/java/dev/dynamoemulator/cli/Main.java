package dev.dynamoemulator.cli;

/** Entry point of the standalone jar. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    System.exit(new Program(System.out, System.err, System.getenv()).run(args));
  }
}
