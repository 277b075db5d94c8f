package dev.dynamoemulator.storage.h2;

/** Where trees live. Called by the one thread that holds the commit lock of the storage. */
interface Medium {

  /** The state to begin with. */
  State open();

  /** A tree for a collection that has none. */
  Tree openTree(String collection);

  void dropTree(Tree tree);

  /** Makes what was applied to the trees as durable as the medium promises. */
  void flush();

  /** Pins the state that is about to be published. */
  Pin pin();

  void close();
}
