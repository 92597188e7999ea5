// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.wrap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.ProtectionException.WrongKey;
import java.util.Arrays;
import java.util.List;

/** A secret and its binding, wrapped and opened. */
final class Wrapping {
  static final byte[] BINDING = {1, 2, 3};

  private Wrapping() {}

  /** The kinds of keys that this Java can make. */
  static List<Kind> kinds() {
    return Runtime.version().feature() >= 24 ? List.of(Kind.values()) : List.of(Kind.CLASSIC);
  }

  static byte[] secret() {
    byte[] secret = new byte[Wrap.SECRET];
    Arrays.fill(secret, (byte) 7);
    return secret;
  }

  static void opens(Opener opener, Wrap wrap) throws ProtectionException {
    assertArrayEquals(secret(), opener.open(wrap, BINDING));
  }

  static void refuses(Opener opener, Wrap wrap, byte[] binding) {
    String said = assertThrows(WrongKey.class, () -> opener.open(wrap, binding)).getMessage();
    assertEquals("the grant does not open with this key on this device", said);
  }

  static void refuses(Opener opener, Wrap wrap) {
    refuses(opener, wrap, BINDING);
  }

  /** Hexadecimal digits with one bit of a byte flipped. */
  static String flipped(String hex, int index) {
    int at = 2 * index + 1;
    int digit = Character.digit(hex.charAt(at), 16) ^ 1;
    return hex.substring(0, at) + Character.forDigit(digit, 16) + hex.substring(at + 1);
  }
}
