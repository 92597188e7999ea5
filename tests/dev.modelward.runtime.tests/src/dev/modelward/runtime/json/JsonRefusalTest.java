// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.modelward.runtime.ProtectionException.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Another spelling of the same is not the same. */
class JsonRefusalTest {
  private static final int DEEPEST = 16;

  private static void refuses(byte[] text, String said) {
    assertThrows(Malformed.class, () -> Json.parse(text, "here"), said);
  }

  private static void refuses(String text) {
    refuses(text.getBytes(StandardCharsets.UTF_8), text);
  }

  /** Texts between blanks, in which a quote is written as ' and a blank as _. */
  private static void refusesEach(String texts) {
    for (String text : texts.split("\\s+")) {
      refuses(text.replace('\'', '"').replace('_', ' '));
    }
  }

  @Test
  void refusesBlanks() {
    refuses("");
    refuses("1\n");
    refuses("\r\n1");
    refuses("{\t}");
    refuses("\ufeff1");
    refusesEach("_ _1 1_ [1,_2] [_] [1_] {_} {'a':_1} {'a'_:1} {'a':1,_'b':2} _'a'");
  }

  @Test
  void refusesMembersInAnotherOrderOrTwice() {
    refusesEach("{'b':1,'a':2} {'a':1,'a':1} {'a':1,'a':2} {'a':1,'A':2} {'a':{'c':1,'b':1}}");
    // in the order of code points, which is not that of the RFC
    refuses("{\"\ufb33\":1,\"\ud83d\ude00\":2}");
  }

  @Test
  void refusesTextsInOtherEscapes() {
    refusesEach(
        """
        '\\u0041' '\\/' '\\u000a' '\\u000A' '\\u000F' '\\u0008' '\\u0022' '\\u005c' '\\u007f'
        '\\u20ac' '\\ud83d\\ude00' '\\ud800' '\\udc00' '\\u001' '\\u001g' '\\u+001' '\\u-001'
        '\\x' '\\ '\\' '\\u '\\u00 {'\\u0061':1}
        """);
    refuses("\"\\u\uff10\uff10\uff11\uff11\"");
    refuses("\"\u0001\"");
    refuses("\"\n\"");
    refuses("\"\u001f\"");
  }

  @Test
  void refusesNumbersInOtherSpellingsAndBeyondThoseOfADouble() {
    refusesEach(
        """
        -0 00 01 -01 -00 +1 - --1 1.0 0.5 .5 1. 1e3 1E0 0x1 1n 1,000 \u0661 NaN Infinity -Infinity
        9007199254740992 -9007199254740992 9999999999999999 -9999999999999999 99999999999999999
        18446744073709551617 99999999999999999999999999999999999999999
        """);
    refuses("1_000");
  }

  @Test
  void refusesWhatIsNoJsonOrHasNull() {
    refusesEach(
        """
        null [null] {'a':null} nul tru True truefalse a [ ] { } [1 [1, [1,] [,1] [1_2] [1} {'a'}
        {'a':} {'a':1,} {'a',1} {a:1} {1:1} {'a':1] ' 'a a' 1,2 [1][2] {}{} /**/1 1//
        """);
    refuses("'a'");
    refuses("\uffff");
    refuses("[\uffff");
    refuses("\u0000");
  }

  @Test
  void refusesBytesThatAreNoUtf8() {
    for (String hex :
        "22ff22 22c08022 22c1bf22 22e28222 22eda08022 22edbfbf22 22f490808022 228022 fffe3100 3100"
            .split(" ")) {
      refuses(HexFormat.of().parseHex(hex), hex);
    }
  }

  @Test
  void nestsSixteenDeepAndNoDeeper() throws Malformed {
    for (String text :
        new String[] {
          nested(DEEPEST), "[" + nested(DEEPEST - 1) + "," + nested(DEEPEST - 1) + "]"
        }) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      assertArrayEquals(bytes, Json.parse(bytes, "here").canonical());
    }
    refuses(nested(DEEPEST + 1));
    refuses("{\"a\":".repeat(DEEPEST + 1) + "0" + "}".repeat(DEEPEST + 1));
    refuses("[".repeat(1_000_000));
    refuses(nested(1_000_000));
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  @Test
  void refusesATextCutAnywhere() {
    byte[] text =
        "{\"a\":[1,true,\"\u20ac\\n\"],\"b\":{\"c\":-12}}".getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < text.length; length++) {
      refuses(Arrays.copyOf(text, length), length + " bytes");
    }
  }
}
