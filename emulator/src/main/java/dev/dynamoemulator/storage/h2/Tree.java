package dev.dynamoemulator.storage.h2;

import java.util.Map;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.Page;
import org.h2.mvstore.RootReference;

/**
 * A B-tree that makes new roots out of old ones; pages of older roots are never changed. In a file
 * each collection has its own tree. In memory all collections, and all forks of a storage, share
 * one, which is moved to the root that is to be changed next.
 *
 * <p>Written by one thread at a time, read by any number.
 */
final class Tree extends MVMap<byte[], byte[]> {

  private Tree(Map<String, Object> config) {
    super(config, BytesType.INSTANCE, BytesType.INSTANCE);
  }

  static Builder builder() {
    return new Builder();
  }

  /** Makes the given root the one that the next put or remove starts from. */
  void moveTo(RootReference<byte[], byte[]> target) {
    moveTo(target.root);
  }

  /** Moves to a root without entries. */
  RootReference<byte[], byte[]> emptied() {
    moveTo(createEmptyLeaf());
    return getRoot();
  }

  private void moveTo(Page<byte[], byte[]> page) {
    RootReference<byte[], byte[]> present = getRoot();
    if (present.root != page && !updateRoot(present, page, 1)) {
      throw new IllegalStateException("A tree was written by two threads");
    }
  }

  static final class Builder extends MVMap.BasicBuilder<Tree, byte[], byte[]> {

    private Builder() {
      setKeyType(BytesType.INSTANCE);
      setValueType(BytesType.INSTANCE);
    }

    @Override
    protected Tree create(Map<String, Object> config) {
      return new Tree(config);
    }
  }
}
