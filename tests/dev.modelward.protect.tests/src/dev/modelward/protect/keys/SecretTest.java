// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SecretTest {
  @Test
  void isZeroedWhenItIsClosed() {
    Secret secret = Secret.of(Keys.bytes(5));

    secret.close();

    assertArrayEquals(new byte[Secret.KEY], secret.array());
    assertThrows(IllegalStateException.class, secret::bytes);
    assertThrows(IllegalStateException.class, secret::copy);
    assertThrows(IllegalStateException.class, secret::characters);
  }

  @Test
  void handsOutCopies() {
    byte[] given = Keys.bytes(5);
    try (Secret secret = Secret.of(given)) {
      Arrays.fill(given, (byte) 0);
      Arrays.fill(secret.bytes(), (byte) 0);

      assertArrayEquals(Keys.bytes(5), secret.bytes());
    }
  }

  @Test
  void aCopyOutlivesIt() {
    Secret secret = Secret.of(Keys.bytes(5));
    try (Secret copy = secret.copy();
        Secret part = secret.part(1, 3)) {
      secret.close();

      assertArrayEquals(Keys.bytes(5), copy.bytes());
      assertArrayEquals(Arrays.copyOfRange(Keys.bytes(5), 1, 3), part.bytes());
    }
  }

  @Test
  void holdsTextAsUtf8() {
    String text = "schlüssel \uD83D\uDD11 €";
    try (Secret secret = Secret.ofText(text.toCharArray())) {
      assertArrayEquals(text.getBytes(StandardCharsets.UTF_8), secret.bytes());
      assertArrayEquals(text.toCharArray(), secret.characters());
    }
  }

  @Test
  void refusesHalfACharacter() {
    assertThrows(
        IllegalArgumentException.class, () -> Secret.ofText(new char[] {'a', '\uD83D', 'b'}));
    assertThrows(IllegalArgumentException.class, () -> Secret.ofText(new char[] {'a', '\uD83D'}));
  }

  @Test
  void opensWhatItSealedWithTheSameContextOnly() throws IOException {
    byte[] context = {1, 2, 3};
    try (Secret key = Secret.of(Keys.bytes(1));
        Secret other = Secret.of(Keys.bytes(2));
        Secret message = Secret.of(Keys.bytes(3))) {
      byte[] sealed = key.seal(message, context);

      try (Secret opened = key.open(sealed, context).orElseThrow()) {
        assertArrayEquals(message.bytes(), opened.bytes());
      }
      assertFalse(key.open(sealed, new byte[] {1, 2}).isPresent());
      assertFalse(other.open(sealed, context).isPresent());
    }
  }

  @Test
  void tellsNothing() {
    try (Secret secret = Secret.of(Keys.bytes(5))) {
      assertEquals("a secret", secret.toString());
    }
  }
}
