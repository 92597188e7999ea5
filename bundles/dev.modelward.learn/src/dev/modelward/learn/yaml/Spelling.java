// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.yaml;

import java.util.Collection;
import java.util.Comparator;

/** Finds what somebody perhaps meant, by the fewest letters put in, left out or changed. */
public final class Spelling {
  private static final int FAR = 3;

  private Spelling() {}

  /** What to say of a word that is none of those known. */
  public static String advice(String word, Collection<String> known) {
    return known.stream()
        .filter(other -> distance(word, other) < Math.min(FAR, word.length()))
        .min(Comparator.comparing(other -> distance(word, other)))
        .map(other -> "is '" + other + "' meant?")
        .orElse("known are " + String.join(", ", known));
  }

  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
