// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.hpke;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class X25519Test {
  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  @Test
  void agreesOnTheSameFromBothSides() {
    X25519 one = X25519.generate();
    X25519 other = X25519.generate();
    assertArrayEquals(
        one.agree(other.publicKey()).orElseThrow(), other.agree(one.publicKey()).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
        "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000080"
      })
  void agreesOnNothingWithAPointOfSmallOrder(String point) {
    assertFalse(X25519.generate().agree(hex(point)).isPresent());
  }

  @Test
  void hasTheLengthOfAKey() {
    assertThrows(IllegalArgumentException.class, () -> new X25519(new byte[31]));
    assertThrows(IllegalArgumentException.class, () -> new X25519(new byte[33]));
    X25519 key = X25519.generate();
    assertThrows(IllegalArgumentException.class, () -> key.agree(new byte[31]));
  }

  @Test
  void keepsACopyOfItsBytes() {
    byte[] bytes = new byte[32];
    try (X25519 key = new X25519(bytes)) {
      byte[] before = key.publicKey();
      bytes[5] = 1;
      assertArrayEquals(before, key.publicKey());
    }
  }

  @Test
  void isZeroAndOfNoUseOnceClosed() throws ReflectiveOperationException {
    X25519 key = X25519.generate();
    key.close();
    assertThrows(IllegalStateException.class, key::publicKey);
    var scalar = X25519.class.getDeclaredField("scalar");
    scalar.setAccessible(true);
    var bytes = scalar.getType().getSuperclass().getDeclaredField("bytes");
    bytes.setAccessible(true);
    assertArrayEquals(new byte[32], (byte[]) bytes.get(scalar.get(key)));
  }

  @Test
  void saysNothingOfItself() {
    assertEquals(X25519.generate().toString(), X25519.generate().toString());
  }
}
