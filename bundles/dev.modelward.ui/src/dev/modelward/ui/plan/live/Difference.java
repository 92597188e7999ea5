// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.live;

/** The one piece in which a text differs from another, and what stands there in the other. */
record Difference(int offset, int length, String text) {

  static Difference of(String old, String now) {
    int most = Math.min(old.length(), now.length());
    int same = 0;
    while (same < most && old.charAt(same) == now.charAt(same)) {
      same++;
    }
    int end = 0;
    while (end < most - same
        && old.charAt(old.length() - 1 - end) == now.charAt(now.length() - 1 - end)) {
      end++;
    }
    return new Difference(same, old.length() - same - end, now.substring(same, now.length() - end));
  }
}
