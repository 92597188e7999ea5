// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.layers;

import java.util.Comparator;

/** The order in which {@code features.3} comes before {@code features.10}. */
final class NaturalOrder implements Comparator<String> {

  @Override
  public int compare(String left, String right) {
    int i = 0;
    int j = 0;
    while (i < left.length() && j < right.length()) {
      int iEnd = end(left, i);
      int jEnd = end(right, j);
      int order = part(left.substring(i, iEnd), right.substring(j, jEnd));
      if (order != 0) {
        return order;
      }
      i = iEnd;
      j = jEnd;
    }
    return Integer.compare(left.length() - i, right.length() - j);
  }

  /** The end of the digits that start here, or of the one character that is none. */
  private static int end(String text, int start) {
    int end = start;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return Math.max(end, start + 1);
  }

  private static int part(String left, String right) {
    if (!isDigit(left.charAt(0)) || !isDigit(right.charAt(0))) {
      return left.compareToIgnoreCase(right);
    }
    String shortLeft = left.replaceFirst("^0+(?=.)", "");
    String shortRight = right.replaceFirst("^0+(?=.)", "");
    int byLength = Integer.compare(shortLeft.length(), shortRight.length());
    return byLength != 0 ? byLength : shortLeft.compareTo(shortRight);
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }
}
