// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.heat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Borders between tiers, as rising shares of weights: the last border is what the public view
 * lacks, and each one before it what one more tier lacks.
 */
public record Borders(List<Double> shares) {
  /** As many as have a colour of their own. */
  public static final int MOST = 5;

  private static final Borders USUAL = new Borders(List.of(0.001, 0.005, 0.02));

  /** Keeps its own copy, and refuses what does not rise or is no share. */
  public Borders {
    shares = List.copyOf(shares);
    boolean rise = shares.equals(shares.stream().sorted(Comparator.naturalOrder()).toList());
    boolean are = shares.stream().allMatch(share -> share >= 0 && share <= 1);
    if (shares.isEmpty() || shares.size() > MOST || !rise || !are) {
      throw new IllegalArgumentException(
          "expected 1 to %d rising shares from 0 to 1, found %s".formatted(MOST, shares));
    }
  }

  /** Three borders to begin with. */
  public static Borders usual() {
    return USUAL;
  }

  /** These with one border at another place, but not beyond its neighbours. */
  public Borders moved(int border, double share) {
    double low = border == 0 ? 0 : shares.get(border - 1);
    double high = border == shares.size() - 1 ? 1 : shares.get(border + 1);
    List<Double> moved = new ArrayList<>(shares);
    moved.set(border, Math.clamp(share, low, high));
    return new Borders(moved);
  }

  /** These and one more, twice as far out as the last. */
  public Borders more() {
    List<Double> more = new ArrayList<>(shares);
    more.add(Math.min(1, Math.max(0.0001, shares.getLast() * 2)));
    return new Borders(more);
  }

  /** These without one. */
  public Borders without(int border) {
    List<Double> fewer = new ArrayList<>(shares);
    fewer.remove(border);
    return new Borders(fewer);
  }

  /** The number of the tier that a border makes: the public view is the first. */
  public int tier(int border) {
    return shares.size() - border;
  }

  /** The same as a text that can be read back. */
  public String text() {
    return shares.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  /** The borders of a text; the usual ones if it says nothing of the kind. */
  public static Borders read(String text) {
    try {
      return new Borders(Arrays.stream(text.split(" ")).map(Double::valueOf).toList());
    } catch (IllegalArgumentException e) {
      return USUAL;
    }
  }
}
