// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.keys;

import static dev.modelward.protect.keys.Keys.ARTIFACT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a ring can be read by someone who has its description and nothing else of ours. */
class FormatTest {
  private static final String END = "\nsecrets\n";

  @TempDir Path folder = Path.of("");

  @Test
  void theFileIsAsItIsDescribed() throws Exception {
    Path file = folder.resolve("vendor.keys");
    byte[] master;
    String signing;
    try (KeyRing ring = KeyRing.create(file, Keys.variable(Keys.VARIABLE, 2));
        Secret seed = Secret.of(Keys.bytes(7))) {
      ring.newMaster(ARTIFACT);
      signing = ring.putSigner(seed).text();
      master = Keys.master(ring, 1);
    }
    byte[] bytes = Files.readAllBytes(file);
    int start = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(END) + END.length();
    String head = new String(bytes, 0, start, StandardCharsets.US_ASCII);
    String[] lines = head.split("\n");
    String[] lock = lines[1].split(" ");

    assertEquals("modelward-keys-1", lines[0]);
    assertEquals("lock variable " + Keys.VARIABLE, String.join(" ", Arrays.copyOf(lock, 3)));
    assertEquals(signing, lines[2]);
    assertTrue(
        lines[3].matches("master " + ARTIFACT + " 1 \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"));
    assertEquals("secrets", lines[4]);
    assertEquals(5, lines.length);
    try (Secret key = Secret.of(Keys.bytes(2));
        Secret dataKey =
            key.open(
                    HexFormat.of().parseHex(lock[3]),
                    ascii("modelward.dev/keys/wrap/v1\0variable " + Keys.VARIABLE))
                .orElseThrow();
        Secret message =
            dataKey
                .open(
                    Arrays.copyOfRange(bytes, start, bytes.length),
                    ascii("modelward.dev/keys/v1\0" + head))
                .orElseThrow()) {
      assertEquals(64, message.length());
      assertArrayEquals(Keys.bytes(7), Arrays.copyOf(message.bytes(), 32));
      assertArrayEquals(master, Arrays.copyOfRange(message.bytes(), 32, 64));
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
