// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.wrap;

import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.secret.Parts;
import dev.modelward.runtime.stream.SealedMessage;
import dev.modelward.runtime.stream.SealedSource;
import dev.modelward.runtime.stream.SealingStream;
import dev.modelward.runtime.stream.StreamKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A passphrase, until it is closed. Its letters count as they are, without normalization: an umlaut
 * of one character and one of two are different.
 */
public final class Passphrase implements Opener {
  private final char[] letters;
  private boolean isClosed;

  private Passphrase(char[] letters) {
    this.letters = letters;
  }

  /** The passphrase of a copy of some letters, which stay the caller's to erase. */
  public static Passphrase of(char[] letters) {
    if (letters.length == 0 || CharBuffer.wrap(letters).codePoints().anyMatch(Passphrase::isHalf)) {
      throw new IllegalArgumentException("a passphrase has letters, and none by half");
    }
    return new Passphrase(letters.clone());
  }

  private static boolean isHalf(int point) {
    return Character.getType(point) == Character.SURROGATE;
  }

  /** A secret of 32 bytes, which opens with this passphrase and binding only. */
  public Wrap wrap(byte[] secret, byte[] binding) {
    return wrap(secret, binding, Wrap.ByPassphrase.FEWEST);
  }

  /** The same with more iterations than the least that are accepted. */
  public Wrap wrap(byte[] secret, byte[] binding, int iterations) {
    byte[] salt = new byte[Wrap.ByPassphrase.SALT];
    new SecureRandom().nextBytes(salt);
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    try (StreamKey key = key(salt, Wrap.ByPassphrase.checked(iterations));
        SealingStream sealing = SealingStream.to(sealed, key, binding)) {
      sealing.write(Secret.checked(secret));
      sealing.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    HexFormat hex = HexFormat.of();
    return new Wrap.ByPassphrase(
        iterations, hex.formatHex(salt), hex.formatHex(sealed.toByteArray()));
  }

  @Override
  public byte[] open(Wrap wrap, byte[] binding) throws ProtectionException {
    if (!(wrap instanceof Wrap.ByPassphrase mine)) {
      throw Secret.refused();
    }
    try (StreamKey key = key(HexFormat.of().parseHex(mine.salt()), mine.iterations())) {
      return opened(mine, key, binding);
    }
  }

  static byte[] opened(Wrap.ByPassphrase wrap, StreamKey key, byte[] binding)
      throws ProtectionException {
    ByteBuffer sealed = ByteBuffer.wrap(HexFormat.of().parseHex(wrap.sealed()));
    try (SealedMessage message = SealedMessage.of(SealedSource.of(sealed), key, binding)) {
      return message.chunk(0);
    } catch (IOException e) {
      throw Secret.refused();
    }
  }

  /** What PBKDF2 (RFC 8018) with HMAC-SHA-256 makes of the letters in UTF-8. */
  StreamKey key(byte[] salt, int iterations) {
    if (isClosed) {
      throw new IllegalStateException("the passphrase is closed");
    }
    PBEKeySpec spec = new PBEKeySpec(letters, salt, iterations, 8 * StreamKey.LENGTH);
    try {
      byte[] bytes =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
      StreamKey key = StreamKey.of(bytes);
      Parts.erase(bytes);
      return key;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no PBKDF2", e);
    } finally {
      spec.clearPassword();
    }
  }

  @Override
  public void close() {
    isClosed = true;
    Arrays.fill(letters, '\0');
  }

  @Override
  public String toString() {
    return "a passphrase";
  }
}
