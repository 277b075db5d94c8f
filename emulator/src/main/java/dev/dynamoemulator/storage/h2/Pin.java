package dev.dynamoemulator.storage.h2;

/** Keeps the pages of a state readable while the newest state or a snapshot stands on it. */
interface Pin {

  /** For what is only in memory, where the garbage collector does it. */
  Pin NONE =
      new Pin() {
        @Override
        public boolean retain() {
          return true;
        }

        @Override
        public void release() {}
      };

  /** Adds a holder; false when the last one has gone, so that there is a newer state to take. */
  boolean retain();

  /** Removes a holder. */
  void release();
}
