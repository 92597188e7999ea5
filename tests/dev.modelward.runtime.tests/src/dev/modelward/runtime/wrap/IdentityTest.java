// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.wrap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.ProtectionException.Malformed;
import dev.modelward.runtime.ProtectionException.Unsupported;
import dev.modelward.runtime.secret.Material;
import dev.modelward.runtime.secret.Parts;
import java.nio.charset.StandardCharsets;
import java.security.Provider;
import java.security.Security;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.function.ThrowingSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdentityTest {
  static List<Kind> kinds() {
    return Wrapping.kinds();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void opensWhatIsWrappedForItsRecipient(Kind kind) throws ProtectionException {
    try (Identity identity = Identity.generate(kind)) {
      Recipient recipient = Recipient.parse(identity.recipient().line());
      Wrapping.opens(identity, recipient.wrap(Wrapping.secret(), Wrapping.BINDING));
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isReadBackFromItsLine(Kind kind) throws ProtectionException {
    Identity identity = Identity.generate(kind);
    byte[] line = identity.line();
    assertEquals(
        "modelward-identity-1:" + kind.label() + ":",
        new String(line, 0, 22 + kind.label().length(), StandardCharsets.US_ASCII));
    Identity again = Identity.read(Parts.join(line, new byte[] {'\r', '\n'}));
    assertEquals(identity.recipient().line(), again.recipient().line());
    assertArrayEquals(line, again.line());
    Wrapping.opens(again, identity.recipient().wrap(Wrapping.secret(), Wrapping.BINDING));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void refusesItsLineWithAnyLetterChangedOrCut(Kind kind) throws ProtectionException {
    byte[] line = Identity.generate(kind).line();
    for (int at = 0; at < line.length; at++) {
      byte[] typo = line.clone();
      typo[at] = (byte) (typo[at] == 'A' ? 'B' : 'A');
      refuses(typo);
      refuses(Arrays.copyOf(line, at));
    }
  }

  private static void refuses(byte[] line) {
    String said = assertThrows(Malformed.class, () -> Identity.read(line)).getMessage();
    assertEquals(KeyLine.IDENTITY.wrong().getMessage(), said);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void refusesWhatIsForOthersOrBoundToOtherThings(Kind kind) throws ProtectionException {
    Identity identity = Identity.generate(kind);
    Wrap wrap = identity.recipient().wrap(Wrapping.secret(), Wrapping.BINDING);
    for (Kind other : kinds()) {
      Wrapping.refuses(Identity.generate(other), wrap);
    }
    Wrapping.refuses(identity, wrap, new byte[0]);
    Wrapping.refuses(identity, wrap, new byte[] {1, 2, 4});
    String zeros = "0".repeat(208);
    Wrapping.refuses(identity, new Wrap.ByPassphrase(600_000, zeros.substring(0, 32), zeros));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void refusesAWrapOfWhichAnyByteWasChanged(Kind kind) throws ProtectionException {
    Identity identity = Identity.generate(kind);
    Wrap made = identity.recipient().wrap(Wrapping.secret(), Wrapping.BINDING);
    Wrap.ByKey wrap = (Wrap.ByKey) made;
    for (int i = 0; i < kind.encLength(); i++) {
      String enc = Wrapping.flipped(wrap.enc(), i);
      Wrapping.refuses(identity, new Wrap.ByKey(kind, wrap.to(), enc, wrap.sealed()));
    }
    for (int i = 0; i < 48; i++) {
      String sealed = Wrapping.flipped(wrap.sealed(), i);
      Wrapping.refuses(identity, new Wrap.ByKey(kind, wrap.to(), wrap.enc(), sealed));
    }
    for (int i = 0; i < 16; i++) {
      String to = Wrapping.flipped(wrap.to(), i);
      Wrapping.refuses(identity, new Wrap.ByKey(kind, to, wrap.enc(), wrap.sealed()));
    }
  }

  @Test
  void refusesAnEncapsulationThatTakesEveryKeyToZero() throws ProtectionException {
    Identity identity = Identity.generate(Kind.CLASSIC);
    String to = identity.recipient().id();
    Wrapping.refuses(identity, new Wrap.ByKey(Kind.CLASSIC, to, "0".repeat(64), "0".repeat(96)));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isZeroAndOfNoUseOnceClosed(Kind kind) throws Exception {
    Identity identity = Identity.generate(kind);
    Wrap wrap = identity.recipient().wrap(Wrapping.secret(), Wrapping.BINDING);
    identity.close();
    for (String part : List.of("scalar", "seed")) {
      var field = Identity.class.getDeclaredField(part);
      field.setAccessible(true);
      var bytes = Material.class.getDeclaredField("bytes");
      bytes.setAccessible(true);
      byte[] left = (byte[]) bytes.get(field.get(identity));
      assertArrayEquals(new byte[left.length], left);
    }
    assertThrows(IllegalStateException.class, identity::line);
    assertThrows(IllegalStateException.class, () -> identity.open(wrap, Wrapping.BINDING));
  }

  @Test
  void saysNothingOfItselfButWhoseItIs() throws Unsupported {
    Identity identity = Identity.generate(Kind.CLASSIC);
    assertEquals("the identity of recipient " + identity.recipient().id(), identity.toString());
  }

  @Test
  void isAnotherEachTime() throws Unsupported {
    assertNotEquals(
        Identity.generate(Kind.CLASSIC).recipient().id(),
        Identity.generate(Kind.CLASSIC).recipient().id());
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_24)
  void wrapsInBothWaysWhatBouncyCastleOpensByThePageOnTheFormat() throws Exception {
    byte[] seeds = new byte[96];
    Arrays.fill(seeds, (byte) 5);
    Identity identity = Identity.read(KeyLine.IDENTITY.write(Kind.HYBRID, seeds));
    Wrap made = identity.recipient().wrap(Wrapping.secret(), Wrapping.BINDING);
    Wrap.ByKey wrap = (Wrap.ByKey) made;
    byte[] enc = HexFormat.of().parseHex(wrap.enc());
    byte[] ciphertext = Arrays.copyOfRange(enc, 32, enc.length);
    var mlKem = new MLKEMPrivateKeyParameters(MLKEMParameters.ml_kem_768, Arrays.copyOf(seeds, 64));
    byte[] shared = new MLKEMExtractor(mlKem).extractSecret(ciphertext);
    byte[] label = "modelward.dev/mlkem768/v1\0".getBytes(StandardCharsets.US_ASCII);
    byte[] id = Parts.join(label, Parts.sha256(ciphertext, mlKem.getPublicKey()));
    assertArrayEquals(Wrapping.secret(), opened(wrap, Arrays.copyOf(seeds, 32), shared, id));
  }

  private static byte[] opened(Wrap.ByKey wrap, byte[] scalar, byte[] shared, byte[] id)
      throws Exception {
    HPKE hpke =
        new HPKE(HPKE.mode_psk, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    byte[] enc = HexFormat.of().parseHex(wrap.enc().substring(0, 64));
    byte[] sealed = HexFormat.of().parseHex(wrap.sealed());
    var pair = hpke.deserializePrivateKey(scalar, null);
    return hpke.open(enc, pair, Wrapping.BINDING, new byte[0], sealed, shared, id, null);
  }

  @Test
  void saysWhatToDoWhereJavaHasNoMlKem() throws Throwable {
    byte[] line = KeyLine.IDENTITY.write(Kind.HYBRID, new byte[96]);
    Recipient recipient = new Recipient(Kind.HYBRID, new byte[Kind.HYBRID.publicLength()]);
    assertUnsupported(() -> Identity.generate(Kind.HYBRID));
    assertUnsupported(() -> Identity.read(line));
    assertUnsupported(() -> recipient.wrap(Wrapping.secret(), Wrapping.BINDING));
  }

  /** Takes the provider that has ML-KEM away for a moment. */
  private static void assertUnsupported(ThrowingSupplier<Object> supplier) {
    List<Provider> providers = List.of(Security.getProviders());
    Provider jce = Security.getProvider("SunJCE");
    Security.removeProvider(jce.getName());
    try {
      String said = assertThrows(Unsupported.class, supplier::get).getMessage();
      assertEquals("x25519-mlkem768 needs Java 24 or newer; use that, or a key of x25519", said);
    } finally {
      Security.insertProviderAt(jce, 1 + providers.indexOf(jce));
    }
    assertFalse(Security.getProviders().length < providers.size());
  }
}
