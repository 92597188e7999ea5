// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.ProtectionException.Foreign;
import dev.modelward.runtime.ProtectionException.WrongKey;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.TierKey;
import dev.modelward.runtime.grant.Grant;
import dev.modelward.runtime.grant.Subject;
import dev.modelward.runtime.grant.Term;
import dev.modelward.runtime.grant.Terms;
import dev.modelward.runtime.wrap.Identity;
import dev.modelward.runtime.wrap.Kind;
import dev.modelward.runtime.wrap.Opener;
import dev.modelward.runtime.wrap.Passphrase;
import dev.modelward.testkit.Dice;
import dev.modelward.testkit.Draft;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Whatever byte of a grant is changed or missing, it is refused before anything is opened. */
class GrantTamperTest {
  private static final Map<String, String> FACTS = Map.of("board", "7f3a");

  private final TierKey key = SealedModel.key(SealedModel.RINGS);

  @TempDir Path folder = Path.of("");

  private Path place = Path.of("");

  private Artifact artifact() throws Exception {
    return Artifact.open(place, SealedModel.VENDOR.key());
  }

  @BeforeEach
  void seal() throws Exception {
    place = folder.resolve("x.protected");
    SealedModel.of(
        new Draft("small")
            .input("x", 1, 8)
            .tensor(new Dice(1).floats("w", 1, 8, 16))
            .node("MatMul x w -> y")
            .output("y", 1, 16)
            .model(),
        place);
  }

  private byte[] granted(Grant.Wrapping wrapping, Map<String, String> facts) throws Exception {
    Terms terms =
        Terms.of(
            Subject.of(artifact(), SealedModel.RINGS), "somebody", Term.ALWAYS, !facts.isEmpty());
    return Grant.of(terms, key, facts, wrapping).seal(SealedModel.VENDOR);
  }

  private TierKey open(byte[] text, Opener opener, Map<String, String> facts) throws Exception {
    return Grant.read(text, SealedModel.VENDOR.key())
        .open(artifact(), opener, facts, Instant.EPOCH);
  }

  private void opensOnlyAsItIs(byte[] text, Opener opener, Map<String, String> facts)
      throws Exception {
    try (TierKey opened = open(text, opener, facts)) {
      assertArrayEquals(key.bytes(), opened.bytes());
    }
    for (int at = 0; at < text.length; at++) {
      byte[] changed = text.clone();
      changed[at] ^= 1;
      refuses(changed, "byte " + at);
      refuses(Arrays.copyOf(text, at), "the first %d bytes".formatted(at));
    }
    byte[] longer = Arrays.copyOf(text, text.length + 1);
    longer[text.length] = '\n';
    refuses(longer, "a line too many");
  }

  private static void refuses(byte[] text, String what) {
    assertThrows(ProtectionException.class, () -> Grant.read(text, SealedModel.VENDOR.key()), what);
  }

  @Test
  void aGrantForARecipientOpensOnlyAsItIs() throws Exception {
    try (Identity identity = Identity.generate(Kind.CLASSIC)) {
      opensOnlyAsItIs(granted(identity.recipient()::wrap, Map.of()), identity, Map.of());
    }
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_24)
  void aGrantThatWithstandsQuantumComputersOpensOnlyAsItIs() throws Exception {
    try (Identity identity = Identity.generate(Kind.HYBRID)) {
      opensOnlyAsItIs(granted(identity.recipient()::wrap, Map.of()), identity, Map.of());
    }
  }

  @Test
  void aGrantByPassphraseOpensOnlyAsItIs() throws Exception {
    try (Passphrase passphrase = Passphrase.of("correct horse".toCharArray())) {
      opensOnlyAsItIs(granted(passphrase::wrap, Map.of()), passphrase, Map.of());
    }
  }

  @Test
  void aGrantForADeviceOpensOnlyAsItIsAndOnlyThere() throws Exception {
    try (Identity identity = Identity.generate(Kind.CLASSIC)) {
      byte[] text = granted(identity.recipient()::wrap, FACTS);
      opensOnlyAsItIs(text, identity, FACTS);
      assertThrows(WrongKey.class, () -> open(text, identity, Map.of("board", "7f3b")).close());
    }
  }

  @Test
  void aGrantOfAnotherArtifactIsForeign() throws Exception {
    String other = "ab".repeat(16);
    Subject ours = Subject.of(artifact(), SealedModel.RINGS);
    Subject theirs = new Subject(other, ours.core(), ours.generation(), ours.tier(), ours.name());
    Terms terms = Terms.of(theirs, "somebody", Term.ALWAYS, false);
    try (Identity identity = Identity.generate(Kind.CLASSIC);
        TierKey foreign = TierKey.of(other, SealedModel.RINGS, key.bytes())) {
      byte[] text =
          Grant.of(terms, foreign, Map.of(), identity.recipient()::wrap).seal(SealedModel.VENDOR);
      assertThrows(Foreign.class, () -> open(text, identity, Map.of()).close());
    }
  }
}
