package dev.dynamoemulator.shape;

/**
 * The place of a value in the request, from the inside out. Written out only for a failure
 * (protocol.md §6.1).
 *
 * @param parent null at the top
 * @param step the member, or the key of a map; null for an element of a list
 * @param index the position in a list, from 0; else meaningless
 */
record Path(Path parent, String step, int index, boolean isMember) {

  static Path member(Path parent, String name) {
    return new Path(parent, name, 0, true);
  }

  Path entry(String key) {
    return new Path(this, key, 0, false);
  }

  Path element(int position) {
    return new Path(this, null, position, false);
  }

  /**
   * As in {@code requestItems.Music.member.1.member.putRequest.item}: only keys keep their case.
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    appendTo(text);
    return text.toString();
  }

  private void appendTo(StringBuilder text) {
    if (parent != null) {
      parent.appendTo(text);
      text.append('.');
    }
    if (isMember) {
      text.append(lowerFirst(step));
    } else if (step != null) {
      text.append(step).append(".member");
    } else {
      text.append(index + 1).append(".member");
    }
  }

  static String lowerFirst(String member) {
    return Character.toLowerCase(member.charAt(0)) + member.substring(1);
  }
}
