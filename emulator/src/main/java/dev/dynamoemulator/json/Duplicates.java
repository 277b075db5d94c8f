package dev.dynamoemulator.json;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks for equal members in what should become a set. */
public final class Duplicates {

  /** Up to here comparing each pair is quicker than hashing. */
  private static final int FEW = 8;

  private Duplicates() {}

  public static boolean occurIn(List<?> members) {
    return members.size() <= FEW ? occurInFew(members) : occurInMany(members);
  }

  private static boolean occurInFew(List<?> members) {
    for (int i = 1; i < members.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (members.get(i).equals(members.get(j))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean occurInMany(List<?> members) {
    Set<Object> seen = new HashSet<>();
    for (Object member : members) {
      if (!seen.add(member)) {
        return true;
      }
    }
    return false;
  }
}
