// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.keys;

import static dev.modelward.protect.keys.Keys.ARTIFACT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That secrets are zero once they are closed. */
class ErasureTest {
  private static final byte[] ZEROS = new byte[Secret.KEY];

  @TempDir Path folder = Path.of("");

  @Test
  void aSafeErasesItsDataKey() throws Exception {
    Secret dataKey = Secret.randomKey();
    Safe safe = new Safe(new RingFile(folder.resolve("vendor.keys")), dataKey);
    assertFalse(Arrays.equals(ZEROS, dataKey.array()));

    safe.close();

    assertArrayEquals(ZEROS, dataKey.array());
  }

  @Test
  void aSafeErasesTheDataKeyThatAnotherReplaces() throws Exception {
    Secret before = Secret.randomKey();
    Secret after = Secret.randomKey();
    Protector key = Keys.variable(Keys.VARIABLE, 1);
    try (Safe safe = new Safe(new RingFile(folder.resolve("vendor.keys")), before);
        Contents contents = new Contents(Wrapper.wrapAll(before, List.of(key)))) {
      List<Header.Slot> slots = Wrapper.wrapAll(after, List.of(key));
      safe.create(contents);
      safe.rekey(after, changed -> changed.slots().addAll(slots));

      assertArrayEquals(ZEROS, before.array());
      assertFalse(Arrays.equals(ZEROS, after.array()));
    }
    assertArrayEquals(ZEROS, after.array());
  }

  @Test
  void aSignerErasesItsSeed() {
    Secret seed = Secret.of(Keys.bytes(1));
    SigningKey signer = new SigningKey(SigningKey.entry(seed, Instant.EPOCH), seed);

    signer.close();

    assertArrayEquals(ZEROS, seed.array());
  }

  @Test
  void aWrapperErasesWhatAProtectorGaveIt() throws Exception {
    Secret secret = Secret.of(Keys.bytes(1));
    new StreamWrapper(Keys.variable(Keys.VARIABLE, 1), secret).close();

    assertArrayEquals(ZEROS, secret.array());
  }

  @Test
  void allThatIsToBeErasedIsErased() throws Exception {
    List<Secret> asked = new ArrayList<>();
    Protector protector =
        new Protector.Passphrase(
            () -> {
              Secret secret = Secret.ofText(Keys.PASSPHRASE.toCharArray());
              asked.add(secret);
              return secret;
            },
            Keys.CHEAP);
    Path file = folder.resolve("vendor.keys");
    Keys.ring(file, protector);
    Secret master;
    try (KeyRing ring = KeyRing.open(file, protector)) {
      ring.addLock(protector);
      master = ring.master(ARTIFACT, 1);
      master.close();
      asked.add(master);
    }

    assertEquals(4, asked.size());
    for (Secret secret : asked) {
      assertArrayEquals(new byte[secret.length()], secret.array());
    }
  }
}
