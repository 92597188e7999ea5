// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtEnvironment;
import dev.modelward.learn.progress.Progress;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.Manifest;
import dev.modelward.runtime.artifact.Names;
import dev.modelward.runtime.artifact.RingContext;
import dev.modelward.runtime.artifact.TierKey;
import dev.modelward.runtime.grant.Grant;
import dev.modelward.runtime.grant.Subject;
import dev.modelward.runtime.grant.Term;
import dev.modelward.runtime.grant.Terms;
import dev.modelward.runtime.stream.Hkdf;
import dev.modelward.runtime.wrap.Identity;
import dev.modelward.runtime.wrap.Kind;
import dev.modelward.testkit.Child;
import dev.modelward.testkit.Dice;
import dev.modelward.testkit.Draft;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a customer's secrets the memory of a process holds, and no longer. */
class HeapTest {
  private static final List<Class<?>> TYPES =
      List.of(
          SecretHolder.class,
          Sealer.class,
          Artifact.class,
          Progress.class,
          OnnxModel.class,
          OrtEnvironment.class,
          Child.class);

  private final Secrets secrets = new Secrets();

  @TempDir Path folder = Path.of("");

  @Test
  void aClosedModelLeavesNoKeyAndNoSealedWeightInTheHeap() throws Exception {
    prepare();
    List<String> said = new ArrayList<>();
    List<String> options =
        List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED");
    try (Child child = Child.of(TYPES, options, folder.toString())) {
      for (Optional<String> line = child.next(); line.isPresent(); line = child.next()) {
        said.add(line.get());
      }
    }
    assertEquals(3, said.size(), said.toString());
    Set<String> before = secrets.in(folder.resolve("before.hprof"));
    assertTrue(before.containsAll(Set.of("key 2", "identity", "weights")), before.toString());
    assertEquals(Set.of(), secrets.in(folder.resolve("after.hprof")));
  }

  private void prepare() throws Exception {
    SealedModel sealed = SealedModel.of(model(), folder.resolve("x.protected"));
    for (SealedLayer layer : sealed.layers()) {
      byte[] original = sealed.original(layer.blocks().name());
      layer.all().forEach(block -> secrets.add("weights", block(layer, block, original)));
    }
    try (Identity identity = Identity.generate(Kind.CLASSIC);
        TierKey key = SealedModel.key(SealedModel.RINGS)) {
      byte[] line = identity.line();
      Files.write(folder.resolve("identity"), line);
      secrets.add("identity", raw(line));
      secrets.add("line", Arrays.copyOfRange(line, line.length - 48, line.length));
      Terms terms =
          Terms.of(
              Subject.of(sealed.artifact(), SealedModel.RINGS), "somebody", Term.ALWAYS, false);
      Grant grant = Grant.of(terms, key, Map.of(), identity.recipient()::wrap);
      Files.write(folder.resolve("grant"), grant.seal(SealedModel.VENDOR));
    }
    for (int tier = 1; tier <= SealedModel.RINGS; tier++) {
      try (TierKey key = SealedModel.key(tier)) {
        byte[] bytes = key.bytes();
        secrets.add("key " + tier, bytes);
        byte[] ring = ringKey(bytes, tier);
        secrets.add("ring key " + tier, ring);
        secrets.add("cipher key " + tier, cipherKey(sealed.artifact(), tier, ring));
      }
    }
  }

  /** Blocks of nine floats. */
  private static OnnxModel model() {
    return new Draft("kernels")
        .input("x", 1, 16, 8, 8)
        .tensor(new Dice(1).floats("w", 0.5f, 32, 16, 3, 3))
        .node("Conv x w -> y")
        .output("y", 1, 32, 6, 6)
        .model();
  }

  private static byte[] block(SealedLayer layer, long block, byte[] original) {
    long[] elements = layer.blocks().tiling().elements(block);
    byte[] bytes = new byte[elements.length * Float.BYTES];
    for (int i = 0; i < elements.length; i++) {
      System.arraycopy(
          original, (int) elements[i] * Float.BYTES, bytes, i * Float.BYTES, Float.BYTES);
    }
    return bytes;
  }

  private static byte[] raw(byte[] line) {
    String text = new String(line, StandardCharsets.US_ASCII);
    byte[] bytes = Base64.getUrlDecoder().decode(text.substring(text.lastIndexOf(':') + 1));
    return Arrays.copyOf(bytes, 32);
  }

  private static byte[] ringKey(byte[] key, int tier) {
    ByteArrayOutputStream info = new ByteArrayOutputStream();
    info.writeBytes("modelward.dev/ring-key/v1\0".getBytes(StandardCharsets.US_ASCII));
    info.writeBytes(HexFormat.of().parseHex(SealedModel.ID));
    info.writeBytes(new byte[] {0, 0, 0, (byte) tier});
    return Hkdf.sha512().expand(key, info.toByteArray(), 32);
  }

  /** The key of AES by which a ring is sealed. */
  private static byte[] cipherKey(Artifact artifact, int tier, byte[] ringKey) throws Exception {
    Manifest manifest = artifact.manifest();
    byte[] rings = Files.readAllBytes(artifact.folder().resolve(Names.RINGS));
    int at = (int) manifest.rings().streams().get(tier - 1).offset();
    ByteArrayOutputStream info = new ByteArrayOutputStream();
    info.writeBytes(
        "c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0".getBytes(StandardCharsets.US_ASCII));
    info.write(rings, at, 24);
    info.writeBytes(new RingContext(SealedModel.ID, manifest.core(), 1).of(tier));
    return Arrays.copyOf(Hkdf.sha512().expand(ringKey, info.toByteArray(), 76), 32);
  }

  @Test
  void whatIsSearchedForIsFound() throws Exception {
    byte[] secret = Files.readAllBytes(Files.write(folder.resolve("s"), new byte[32]));
    for (int i = 0; i < secret.length; i++) {
      secret[i] = (byte) (i + 1);
    }
    secrets.add("secret", secret);
    byte[] file = new byte[100];
    System.arraycopy(secret, 7, file, 41, 16);
    assertEquals(Set.of("secret"), secrets.in(Files.write(folder.resolve("f"), file)));
    file[41 + 15]++;
    assertEquals(Set.of(), secrets.in(Files.write(folder.resolve("f"), file)));
    for (int i = 0; i < 16; i++) {
      file[41 + i] = secret[8 + (i ^ 3)];
    }
    assertEquals(Set.of("secret"), secrets.in(Files.write(folder.resolve("f"), file)));
  }
}
