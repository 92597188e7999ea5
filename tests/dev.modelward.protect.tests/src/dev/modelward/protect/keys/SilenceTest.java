// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.keys;

import static dev.modelward.protect.keys.Keys.ARTIFACT;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That nothing secret is in what people get to see. */
class SilenceTest {
  @TempDir Path folder = Path.of("");

  private final List<String> said = new ArrayList<>();

  private void hear(Callable<?> attempt) {
    Exception refusal = assertThrows(Exception.class, attempt::call);
    StringWriter trace = new StringWriter();
    refusal.printStackTrace(new PrintWriter(trace));
    said.add(trace.toString());
  }

  private void saysNot(byte[] secret) {
    String all = String.join("\n", said);
    String hex = HexFormat.of().formatHex(secret);
    assertFalse(all.toLowerCase(Locale.ROOT).contains(hex), hex);
    assertFalse(all.contains(Base64.getEncoder().encodeToString(secret).replace("=", "")), hex);
    assertFalse(all.contains(Arrays.toString(secret)), hex);
  }

  @Test
  void nothingSecretIsInTextsAndExceptions() throws Exception {
    Path file = folder.resolve("vendor.keys");
    Path store = folder.resolve("store.p12");
    List<Protector> all = Keys.oneOfEachKind(folder);
    byte[] master;
    try (KeyRing ring = KeyRing.create(file, all.getFirst());
        Secret seed = Secret.of(Keys.bytes(4))) {
      ring.rewrap(all);
      KeyEntry.Signing entry = ring.putSigner(seed);
      ring.newMaster(ARTIFACT);
      try (Secret secret = ring.master(ARTIFACT, 1);
          SigningKey signer = ring.signer(entry.id())) {
        master = secret.bytes();
        said.add(secret + " " + signer + " " + ring + " " + seed);
      }
      said.add(ring.listing().toString());
      hear(() -> ring.putSigner(seed));
      hear(() -> ring.putMaster(ARTIFACT, 1, seed));
      hear(() -> ring.master(ARTIFACT, 2));
    }
    all.forEach(protector -> said.add(protector.toString()));
    hear(() -> KeyRing.open(file, Keys.passphrase(Keys.PASSPHRASE + "x")));
    hear(() -> KeyRing.open(file, Keys.variable(Keys.VARIABLE, 5)));
    hear(() -> KeyRing.open(file, Keys.stored(store, "store password x")));
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1]++;
    Files.write(file, bytes);
    hear(() -> KeyRing.open(file, all.getFirst()));

    for (int first = 1; first < 6; first++) {
      saysNot(Keys.bytes(first));
    }
    saysNot(master);
    String everything = String.join("\n", said);
    assertFalse(everything.contains(Keys.PASSPHRASE));
    assertFalse(everything.contains("store password"));
    assertTrue(everything.contains(ARTIFACT), "what is public is said");
  }

  @Test
  void noSecretIsInTheFile() throws Exception {
    Path file = folder.resolve("vendor.keys");
    try (KeyRing ring = KeyRing.create(file, Keys.passphrase(Keys.PASSPHRASE));
        Secret seed = Secret.of(Keys.bytes(4));
        Secret master = Secret.of(Keys.bytes(5))) {
      ring.putSigner(seed);
      ring.putMaster(ARTIFACT, 1, master);
    }

    byte[] bytes = Files.readAllBytes(file);
    String raw = new String(bytes, StandardCharsets.ISO_8859_1);
    said.add(raw);
    for (byte[] secret : new byte[][] {Keys.bytes(4), Keys.bytes(5)}) {
      saysNot(secret);
      assertFalse(raw.contains(new String(secret, StandardCharsets.ISO_8859_1)));
    }
    assertTrue(raw.contains(ARTIFACT), "what is public can be read");
  }
}
