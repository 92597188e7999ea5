// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.sign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.runtime.ProtectionException.Malformed;
import dev.modelward.testkit.sealed.InsecureVendor;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class VendorKeyTest {
  private static final String LINE = "modelward-vendor-1:";

  /** Test 1 of RFC 8032, section 7.1, of an empty message. */
  private static final String RFC_KEY =
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

  private static final String RFC_SIGNATURE =
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555"
          + "fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b";

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  private static void refuses(String line) {
    assertThrows(Malformed.class, () -> VendorKey.parse(line), line);
  }

  @Test
  void verifiesTheSignatureOfTheRfcAndNoOther() {
    VendorKey key = VendorKey.of(hex(RFC_KEY));
    assertTrue(key.verifies(new byte[0], hex(RFC_SIGNATURE)));
    assertFalse(key.verifies(new byte[1], hex(RFC_SIGNATURE)));
    assertFalse(new InsecureVendor(1).key().verifies(new byte[0], hex(RFC_SIGNATURE)));
    for (int bit = 0; bit < 8 * 64; bit++) {
      byte[] flipped = hex(RFC_SIGNATURE);
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertFalse(key.verifies(new byte[0], flipped), "bit " + bit);
    }
    for (int length : new int[] {0, 32, 63, 65}) {
      assertFalse(key.verifies(new byte[0], Arrays.copyOf(hex(RFC_SIGNATURE), length)));
    }
  }

  @Test
  void refusesASecondSpellingOfASignature() {
    // S plus the order of the group verifies where nobody compares S with it (RFC 8032, 5.1.7)
    BigInteger order =
        BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
    byte[] signature = hex(RFC_SIGNATURE);
    byte[] scalar = Arrays.copyOfRange(signature, 32, 64);
    byte[] more = reversed(new BigInteger(1, reversed(scalar)).add(order).toByteArray());
    System.arraycopy(Arrays.copyOf(more, 32), 0, signature, 32, 32);
    assertFalse(VendorKey.of(hex(RFC_KEY)).verifies(new byte[0], signature));
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }

  @Test
  void aKeyThatIsNoPointVerifiesNothing() {
    for (int fill : new int[] {2, 0x7f, 0xff, 0xed}) {
      byte[] bytes = new byte[VendorKey.LENGTH];
      Arrays.fill(bytes, (byte) fill);
      assertFalse(VendorKey.of(bytes).verifies(new byte[0], hex(RFC_SIGNATURE)));
    }
  }

  @Test
  void hasTheFirstHalfOfItsDigestForAnId() throws GeneralSecurityException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(hex(RFC_KEY));
    assertEquals(HexFormat.of().formatHex(digest, 0, 16), VendorKey.of(hex(RFC_KEY)).id());
  }

  @Test
  void readsTheLineThatItWrites() throws Malformed {
    VendorKey key = VendorKey.of(hex(RFC_KEY));
    assertEquals("modelward-vendor-1:11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo", key.toString());
    assertEquals(key, VendorKey.parse(key.toString()));
    assertEquals(key, VendorKey.parse("  " + key + "\r\n"));
    assertEquals(key.hashCode(), VendorKey.parse(key.toString()).hashCode());
    assertNotEquals(key, new InsecureVendor(1).key());
  }

  @Test
  void refusesOtherLines() {
    String line = VendorKey.of(hex(RFC_KEY)).toString();
    refuses("");
    refuses(LINE);
    refuses(line.substring(1));
    refuses(line + "A");
    refuses(line + "=");
    refuses(line + line);
    refuses(line.replace("_", "/"));
    refuses(line.replace("vendor-1", "vendor-2"));
    refuses(line.replace("modelward", "MODELWARD"));
    refuses(line.replaceFirst("o$", "p"));
    refuses(line.replace("S_7", "S 7"));
    for (int length = 0; length < line.length(); length++) {
      refuses(line.substring(0, length));
    }
  }

  @Test
  void keepsACopyOfItsBytesAndHasTheirLength() {
    byte[] bytes = hex(RFC_KEY);
    VendorKey key = VendorKey.of(bytes);
    bytes[0]++;
    assertEquals(VendorKey.of(hex(RFC_KEY)), key);
    assertThrows(IllegalArgumentException.class, () -> VendorKey.of(new byte[31]));
    assertThrows(IllegalArgumentException.class, () -> VendorKey.of(new byte[33]));
  }
}
