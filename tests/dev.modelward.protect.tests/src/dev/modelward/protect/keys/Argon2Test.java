// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Argon2Test {
  /** RFC 9106, section 5.3. */
  @Test
  void theProviderComputesTheVectorOfTheRfc() {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(32)
            .withIterations(3)
            .withParallelism(4)
            .withSalt(filled(16, 2))
            .withSecret(filled(8, 3))
            .withAdditional(filled(12, 4))
            .build());
    byte[] tag = new byte[32];

    generator.generateBytes(filled(32, 1), tag);

    assertEquals(
        "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659",
        HexFormat.of().formatHex(tag));
  }

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  /** What the reference implementation answers. */
  @ParameterizedTest
  @CsvSource({
    "8192, 1, 1, 45b42255a3e25bdb39093f48a959f2e94e41fe1506e2628d2a1df21fb30d29d5",
    "65536, 3, 4, 66b1d39bac0df61e8a3513afad8436e5c0f5b1d1a55d5565d67f2cffe724b37f"
  })
  void derivesWhatOthersDerive(int memory, int passes, int lanes, String expected) {
    byte[] salt = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
    try (Secret passphrase = Secret.ofText("correct horse ä".toCharArray());
        Secret key = new Argon2(memory, passes, lanes).derive(passphrase, salt)) {
      assertEquals(expected, HexFormat.of().formatHex(key.bytes()));
    }
  }

  @Test
  void usuallyTakes64MebibytesAndThreePasses() {
    assertEquals(new Argon2(65536, 3, 1), Argon2.usual());
  }

  @ParameterizedTest
  @CsvSource({
    "8191, 3, 1",
    "262145, 3, 1",
    "100000000, 3, 1",
    "-1, 3, 1",
    "65536, 0, 1",
    "65536, 11, 1",
    "65536, 3, 0",
    "65536, 3, 5"
  })
  void refusesCostsOutOfBounds(int memory, int passes, int lanes) {
    assertThrows(IllegalArgumentException.class, () -> new Argon2(memory, passes, lanes));
  }
}
