// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.Manifest;
import dev.modelward.runtime.artifact.Names;
import dev.modelward.runtime.artifact.Restored;
import dev.modelward.runtime.artifact.TierKey;
import dev.modelward.runtime.grant.Grant;
import dev.modelward.runtime.grant.Subject;
import dev.modelward.runtime.grant.Term;
import dev.modelward.runtime.grant.Terms;
import dev.modelward.runtime.json.Json;
import dev.modelward.runtime.sign.Envelope;
import dev.modelward.runtime.wrap.Identity;
import dev.modelward.runtime.wrap.Kind;
import dev.modelward.testkit.sealed.HandmadeArtifact;
import dev.modelward.testkit.sealed.JsonMutation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Minutes of damaged manifests, rings and grants, most of them signed and sealed again, so that
 * those who read them believe them.
 */
@ReferenceTest
class ArtifactFuzzTest {
  private static final String TABLE = "Fuzz of artifacts and grants";
  private static final int FEW = 300;
  private static final long SLOWEST_MILLIS = 5000;

  private final HandmadeArtifact handmade = new HandmadeArtifact();
  private final Map<String, byte[]> whole = handmade.files();
  private long refused;
  private long slowest;

  @TempDir Path folder = Path.of("");

  /** What is done to one thing, in a number of ways that chance chooses. */
  private interface Damage {
    /** Opens what is damaged, and says nothing where it is not refused. */
    void open(SplittableRandom random) throws IOException, ProtectionException;
  }

  @Test
  @Tag("slow")
  void aMinuteOfManifests(Report report) {
    fuzz("manifests", this::manifest, report);
  }

  @Test
  @Tag("slow")
  void aMinuteOfRings(Report report) {
    fuzz("rings", this::ring, report);
  }

  @Test
  @Tag("slow")
  void aMinuteOfGrants(Report report) throws Exception {
    HandmadeArtifact.write(whole, folder);
    try (Identity identity = Identity.generate(Kind.CLASSIC)) {
      Granted granted = granted(identity);
      fuzz("grants", granted::damaged, report);
    }
  }

  @Test
  @Tag("fast")
  void aFewOfEachThatAreTheSameOnEveryRun() throws Exception {
    fuzz(1, i -> i < FEW, this::manifest);
    fuzz(2, i -> i < FEW, this::ring);
    HandmadeArtifact.write(whole, folder);
    try (Identity identity = Identity.generate(Kind.CLASSIC)) {
      fuzz(3, i -> i < FEW, granted(identity)::damaged);
    }
    assertTrue(refused > FEW, refused + " refused");
  }

  private void fuzz(String what, Damage damage, Report report) {
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    int all = fuzz(System.nanoTime(), i -> System.nanoTime() < end, damage);
    report.add(TABLE, what + " in a minute", all, "-");
    report.add(TABLE, what + " of these that were refused, with a type", refused, "-");
    report.add(TABLE, what + ": slowest", slowest + " ms", SLOWEST_MILLIS + " ms");
    assertTrue(refused > all / 2 && refused < all, refused + " of " + all);
    assertTrue(slowest <= SLOWEST_MILLIS, slowest + " ms");
  }

  private int fuzz(long seed, IntPredicate goOn, Damage damage) {
    int all = 0;
    for (; goOn.test(all); all++) {
      long start = System.nanoTime();
      try {
        damage.open(new SplittableRandom(seed + all));
      } catch (ProtectionException e) {
        refused++;
      } catch (IOException | RuntimeException | Error e) {
        fail("seed " + (seed + all), e);
      }
      slowest = Math.max(slowest, (System.nanoTime() - start) / 1_000_000);
    }
    return all;
  }

  private void manifest(SplittableRandom random) throws IOException, ProtectionException {
    Map<String, byte[]> files = new TreeMap<>(whole);
    Json payload = handmade.payload(whole);
    byte[] text =
        random.nextInt(4) == 0
            ? bytes(handmade.manifest(payload), random)
            : handmade.manifest(JsonMutation.random(payload, random));
    files.put(Names.MANIFEST, text);
    Manifest manifest = Manifest.open(text, handmade.vendor().key());
    if (random.nextBoolean() && manifest.highest() == 2) {
      // rings that are sealed for what it says
      byte[] data = whole.getOrDefault(Names.DATA, new byte[0]);
      files = handmade.files(manifest, data, handmade.first().bytes(), handmade.second().bytes());
    }
    open(files);
  }

  private void ring(SplittableRandom random) throws IOException, ProtectionException {
    byte[] first = handmade.first().bytes();
    byte[] second = handmade.second().bytes();
    if (random.nextBoolean()) {
      first = handmade.first().damaged(random);
    } else {
      second = handmade.second().damaged(random);
    }
    open(handmade.files(first, second));
  }

  private void open(Map<String, byte[]> files) throws IOException, ProtectionException {
    HandmadeArtifact.write(files, folder);
    Artifact artifact = Artifact.open(folder, handmade.vendor().key());
    try (TierKey key = handmade.key(Math.clamp(artifact.manifest().highest(), 1, 2));
        Restored restored = artifact.restore(key, 2)) {
      for (Map.Entry<Integer, ByteBuffer> each : restored.tensors().entrySet()) {
        assertEquals(
            artifact.manifest().tensors().get(each.getKey()).length(), each.getValue().capacity());
      }
    }
    artifact.verify(2);
  }

  private static byte[] bytes(byte[] right, SplittableRandom random) {
    byte[] changed = right.clone();
    int at = random.nextInt(right.length);
    switch (random.nextInt(3)) {
      case 0 -> changed[at] = (byte) random.nextInt();
      case 1 -> changed = Arrays.copyOf(right, at);
      default -> System.arraycopy(right, 0, changed, at, right.length - at);
    }
    return changed;
  }

  /** A grant for an identity, and what the vendor signed of it. */
  private record Granted(HandmadeArtifact by, Artifact artifact, Identity identity, Json payload) {
    private static final Envelope ENVELOPE =
        new Envelope("the grant", "application/vnd.modelward.grant.v1+json");

    void damaged(SplittableRandom random) throws ProtectionException {
      byte[] text =
          random.nextInt(4) == 0
              ? bytes(ENVELOPE.seal(payload, by.vendor()), random)
              : ENVELOPE.seal(JsonMutation.random(payload, random), by.vendor());
      Grant grant = Grant.read(text, by.vendor().key());
      grant.open(artifact, identity, Map.of(), Instant.EPOCH).close();
    }
  }

  private Granted granted(Identity identity) throws IOException, ProtectionException {
    Artifact artifact = Artifact.open(folder, handmade.vendor().key());
    Terms terms = Terms.of(Subject.of(artifact, 2), "somebody", Term.ALWAYS, false);
    try (TierKey key = handmade.key(2)) {
      Grant grant = Grant.of(terms, key, Map.of(), identity.recipient()::wrap);
      byte[] text = grant.seal(handmade.vendor());
      Json payload = Granted.ENVELOPE.open(text, handmade.vendor().key());
      return new Granted(handmade, artifact, identity, payload);
    }
  }
}
