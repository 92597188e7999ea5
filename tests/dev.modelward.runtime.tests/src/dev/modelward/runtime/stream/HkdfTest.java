// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The test cases with SHA-256 of RFC 5869, appendix A, and the limits of section 2.3. */
class HkdfTest {
  private final Hkdf hkdf = Hkdf.sha256();

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  private void derives(String salt, String info, String key, String output) {
    byte[] extracted = hkdf.extract(hex(salt), hex("0b".repeat(22)));
    assertArrayEquals(hex(key), extracted);
    assertArrayEquals(hex(output), hkdf.expand(extracted, hex(info), 42));
  }

  private static byte[] rising(int from, int to) {
    byte[] bytes = new byte[to - from];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (from + i);
    }
    return bytes;
  }

  @Test
  void derivesTheBasicCaseOfTheRfc() {
    derives(
        "000102030405060708090a0b0c",
        "f0f1f2f3f4f5f6f7f8f9",
        "077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5",
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
            + "34007208d5b887185865");
  }

  @Test
  void derivesTheCaseOfTheRfcWithLongerInputs() {
    byte[] extracted = hkdf.extract(rising(0x60, 0xb0), rising(0x00, 0x50));
    assertArrayEquals(
        hex("06a6b88c5853361a06104c9ceb35b45cef760014904671014a193f40c15fc244"), extracted);
    assertArrayEquals(
        hex(
            "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c"
                + "59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71"
                + "cc30c58179ec3e87c14c01d5c1f3434f1d87"),
        hkdf.expand(extracted, rising(0xb0, 0x100), 82));
  }

  @Test
  void derivesTheCaseOfTheRfcWithoutSaltAndInfo() {
    derives(
        "",
        "",
        "19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04",
        "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
            + "9d201395faa4b61a96c8");
  }

  @Test
  void derivesUpTo255TimesTheHashAndNoMore() {
    byte[] key = new byte[32];
    assertEquals(255 * 32, hkdf.expand(key, key, 255 * 32).length);
    assertThrows(IllegalArgumentException.class, () -> hkdf.expand(key, key, 255 * 32 + 1));
    assertThrows(
        IllegalArgumentException.class, () -> Hkdf.sha512().expand(key, key, 255 * 64 + 1));
  }
}
