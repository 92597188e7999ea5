// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.wrap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.ProtectionException.WrongKey;
import dev.modelward.runtime.stream.OpeningStream;
import dev.modelward.runtime.stream.SealingStream;
import dev.modelward.runtime.stream.StreamException;
import dev.modelward.runtime.stream.StreamKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassphraseTest {
  private static final byte[] SALT = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};

  private final Passphrase passphrase = of("correct horse");

  private static Passphrase of(String letters) {
    return Passphrase.of(letters.toCharArray());
  }

  private Wrap.ByPassphrase wrap() {
    return (Wrap.ByPassphrase) passphrase.wrap(Wrapping.secret(), Wrapping.BINDING);
  }

  @Test
  void opensWhatItWrappedWith600000Iterations() throws ProtectionException {
    Wrap.ByPassphrase wrap = wrap();
    assertEquals(600_000, wrap.iterations());
    Wrapping.opens(of("correct horse"), wrap);
  }

  @Test
  void opensWhatItWrappedWithMoreIterations() throws ProtectionException {
    Wrap wrap = passphrase.wrap(Wrapping.secret(), Wrapping.BINDING, 600_001);
    assertEquals(600_001, ((Wrap.ByPassphrase) wrap).iterations());
    Wrapping.opens(passphrase, wrap);
  }

  @Test
  void refusesAnotherPassphraseBindingSaltNumberOrKindOfWrap() throws ProtectionException {
    Wrap.ByPassphrase wrap = wrap();
    Wrapping.refuses(of("correct horses"), wrap);
    Wrapping.refuses(passphrase, wrap, new byte[0]);
    String salt = Wrapping.flipped(wrap.salt(), 15);
    Wrapping.refuses(passphrase, new Wrap.ByPassphrase(600_000, salt, wrap.sealed()));
    Wrapping.refuses(passphrase, new Wrap.ByPassphrase(600_001, wrap.salt(), wrap.sealed()));
    Recipient other = Identity.generate(Kind.CLASSIC).recipient();
    Wrapping.refuses(passphrase, other.wrap(Wrapping.secret(), Wrapping.BINDING));
  }

  @Test
  void refusesAWrapOfWhichAnyByteWasChanged() throws ProtectionException {
    Wrap.ByPassphrase wrap = wrap();
    byte[] salt = HexFormat.of().parseHex(wrap.salt());
    try (StreamKey key = passphrase.key(salt, wrap.iterations())) {
      assertArrayEquals(Wrapping.secret(), Passphrase.opened(wrap, key, Wrapping.BINDING));
      for (int i = 0; i < 104; i++) {
        String sealed = Wrapping.flipped(wrap.sealed(), i);
        Wrap.ByPassphrase changed = new Wrap.ByPassphrase(wrap.iterations(), wrap.salt(), sealed);
        assertThrows(WrongKey.class, () -> Passphrase.opened(changed, key, Wrapping.BINDING));
      }
    }
  }

  @Test
  void wrapsWithNoOtherNumberOfIterations() {
    for (int iterations : new int[] {-1, 0, 1, 599_999, 10_000_001, Integer.MAX_VALUE}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> passphrase.wrap(Wrapping.secret(), Wrapping.BINDING, iterations));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "correct horse", "P\u00e4sse \u00fcber \u7269\u8bed", "\ud83d\udd11 key"})
  void derivesTheKeyThatBouncyCastleDerivesOfTheUtf8(String letters) throws IOException {
    PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(new SHA256Digest());
    generator.init(letters.getBytes(StandardCharsets.UTF_8), SALT, 1000);
    byte[] theirs = ((KeyParameter) generator.generateDerivedMacParameters(256)).getKey();
    assertArrayEquals(Wrapping.secret(), opened(StreamKey.of(theirs), sealed(letters)));
  }

  private static byte[] sealed(String letters) throws IOException {
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    try (StreamKey key = of(letters).key(SALT, 1000);
        SealingStream sealing = SealingStream.to(sealed, key, new byte[0])) {
      sealing.write(Wrapping.secret());
      sealing.finish();
    }
    return sealed.toByteArray();
  }

  private static byte[] opened(StreamKey key, byte[] sealed) throws IOException {
    try (OpeningStream opening =
        OpeningStream.of(new ByteArrayInputStream(sealed), key, new byte[0])) {
      return opening.readAllBytes();
    }
  }

  @Test
  void takesTheSameLettersComposedOtherwiseForOthers() throws IOException {
    byte[] sealed = sealed("\u00e4");
    assertArrayEquals(Wrapping.secret(), opened(of("\u00e4").key(SALT, 1000), sealed));
    StreamKey other = of("a\u0308").key(SALT, 1000);
    assertThrows(StreamException.class, () -> opened(other, sealed));
  }

  @Test
  void takesNoEmptyTextAndNoHalfCharacters() {
    assertThrows(IllegalArgumentException.class, () -> of(""));
    assertThrows(IllegalArgumentException.class, () -> of("a\ud83d"));
    assertThrows(IllegalArgumentException.class, () -> of("\udd11b"));
  }

  @Test
  void keepsACopyThatIsZeroAndOfNoUseOnceClosed() throws ReflectiveOperationException {
    char[] letters = {'a', 'b'};
    Passphrase mine = Passphrase.of(letters);
    mine.close();
    assertArrayEquals(new char[] {'a', 'b'}, letters);
    var field = Passphrase.class.getDeclaredField("letters");
    field.setAccessible(true);
    assertArrayEquals(new char[2], (char[]) field.get(mine));
    assertThrows(IllegalStateException.class, () -> mine.wrap(Wrapping.secret(), Wrapping.BINDING));
  }

  @Test
  void saysNothingOfItself() {
    assertEquals("a passphrase", passphrase.toString());
  }
}
