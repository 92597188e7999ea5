// SPDX-License-Identifier: EPL-2.0
package dev.modelward.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** Damages a text in YAML: at random letters, or along its lines and words. */
public final class TextMutation {
  private static final List<String> PIECES =
      List.of(
          "&a ",
          "*a",
          "<<: ",
          "? ",
          "- ",
          ": ",
          ", ",
          "[",
          "]",
          "{",
          "}",
          "| ",
          ">-\n",
          "!!binary ",
          "!x ",
          "%YAML 1.1\n",
          "---\n",
          "...\n",
          "#",
          " #",
          "'",
          "\"",
          "\\",
          "\\x",
          "\\U0010ffff",
          "\t",
          "\r",
          "\r\n",
          "\n\n",
          "\0",
          "\uFEFF",
          "\u0085",
          "\u2028",
          "\uD83D\uDE00",
          "\uD83D",
          "null",
          "~",
          "-0",
          "1e999",
          "99999999999999999999",
          ".5",
          "%",
          " dB",
          "<= ",
          "@",
          "`");
  private static final int LONGEST = 200_000;

  private final SplittableRandom random;

  /** Damages that a seed determines. */
  public TextMutation(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** A damaged copy. */
  public String of(String whole) {
    String damaged = whole;
    for (int i = random.nextInt(1, 5); i > 0 && damaged.length() < LONGEST; i--) {
      damaged =
          switch (random.nextInt(3)) {
            case 0 -> letters(damaged);
            case 1 -> lines(damaged);
            default -> words(damaged);
          };
    }
    return damaged;
  }

  private String letters(String whole) {
    int at = random.nextInt(whole.length() + 1);
    int to = Math.min(whole.length(), at + random.nextInt(1, 9));
    String head = whole.substring(0, at);
    String tail = whole.substring(at);
    String piece = PIECES.get(random.nextInt(PIECES.size()));
    return switch (random.nextInt(7)) {
      case 0 -> head;
      case 1 -> head + whole.substring(to);
      case 2 -> head + piece + tail;
      case 3 -> head + piece + whole.substring(to);
      case 4 -> head + (char) random.nextInt(1 << 16) + tail;
      case 5 -> head + whole.substring(at, to) + tail;
      default -> head + piece.repeat(1 << random.nextInt(14)) + tail;
    };
  }

  private String lines(String whole) {
    List<String> lines = new ArrayList<>(Arrays.asList(whole.split("(?<=\n)")));
    int at = random.nextInt(lines.size());
    int other = random.nextInt(lines.size());
    String line = lines.get(at);
    switch (random.nextInt(6)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(other, line);
      case 2 -> Collections.swap(lines, at, other);
      case 3 -> lines.set(at, " ".repeat(random.nextInt(1, 6)) + line);
      case 4 -> lines.set(at, line.stripLeading());
      default -> lines.addAll(other, Collections.nCopies(1 << random.nextInt(9), line));
    }
    return String.join("", lines);
  }

  /** Puts one word in the place of another, or takes what stands between two. */
  private String words(String whole) {
    List<String> words = new ArrayList<>(Arrays.asList(whole.split("\\b")));
    int at = random.nextInt(words.size());
    switch (random.nextInt(4)) {
      case 0 -> words.set(at, words.get(random.nextInt(words.size())));
      case 1 -> words.set(at, PIECES.get(random.nextInt(PIECES.size())));
      case 2 -> words.remove(at);
      default -> words.add(at, words.get(random.nextInt(words.size())));
    }
    return String.join("", words);
  }
}
