// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan;

import java.util.regex.Pattern;

/** The names of tiers and recipients. */
final class Word {
  /** Also for whoever describes plans. */
  static final String PATTERN = "[a-z][a-z0-9_-]{0,63}";

  private static final Pattern WORD = Pattern.compile(PATTERN);

  private Word() {}

  static void check(String name) {
    if (!WORD.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "expected a name of small letters, digits, - and _ that begins with a letter, found '"
              + name
              + "'");
    }
  }
}
