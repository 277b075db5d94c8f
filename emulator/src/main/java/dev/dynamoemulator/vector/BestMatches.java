package dev.dynamoemulator.vector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The best of the entries that it was offered, as many as asked for. For one thread. */
public final class BestMatches {

  /**
   * One of them.
   *
   * @param entry the bytes that it was offered as
   */
  public record Match(double score, byte[] entry) {}

  private final Scorer scorer;
  private final int limit;
  private final PriorityQueue<Match> worstFirst;
  private double worstRank = Double.POSITIVE_INFINITY;

  /**
   * @param limit how many to keep, at least one
   */
  public BestMatches(Scorer scorer, int limit) {
    this.scorer = scorer;
    this.limit = limit;
    this.worstFirst = new PriorityQueue<>(bestFirst().reversed());
  }

  private Comparator<Match> bestFirst() {
    return Comparator.comparingDouble(match -> scorer.rank(match.score()));
  }

  /**
   * @param offset where in the entry its vector begins
   */
  public void offer(byte[] entry, int offset) {
    double score = scorer.score(entry, offset);
    if (worstFirst.size() < limit) {
      worstFirst.add(new Match(score, entry));
    } else if (scorer.rank(score) < worstRank) {
      worstFirst.poll();
      worstFirst.add(new Match(score, entry));
    } else {
      return;
    }
    worstRank = scorer.rank(worstFirst.peek().score());
  }

  /** The matches, the best first. */
  public List<Match> sorted() {
    List<Match> matches = new ArrayList<>(worstFirst);
    matches.sort(bestFirst());
    return matches;
  }
}
