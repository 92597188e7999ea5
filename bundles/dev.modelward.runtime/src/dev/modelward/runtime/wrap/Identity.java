// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.wrap;

import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.ProtectionException.Malformed;
import dev.modelward.runtime.ProtectionException.Unsupported;
import dev.modelward.runtime.hpke.Hpke;
import dev.modelward.runtime.hpke.X25519;
import dev.modelward.runtime.secret.Material;
import dev.modelward.runtime.secret.Parts;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/** The private key of a recipient, until it is closed. */
public final class Identity implements Opener {
  private final Material scalar;
  private final Material seed;
  private final Recipient recipient;

  /** Takes the bytes and zeroes them. */
  private Identity(Kind kind, byte[] bytes) throws Unsupported {
    byte[] first = Arrays.copyOf(bytes, X25519.LENGTH);
    byte[] rest = Arrays.copyOfRange(bytes, X25519.LENGTH, bytes.length);
    try (X25519 key = new X25519(first)) {
      byte[] mlKem = kind == Kind.CLASSIC ? new byte[0] : MlKem768.publicKey(rest);
      this.recipient = new Recipient(kind, Parts.join(key.publicKey(), mlKem));
      this.scalar = new Material("X25519", first);
      this.seed = new Material("ML-KEM", rest);
    } finally {
      Parts.erase(bytes, first, rest);
    }
  }

  /** A new one. */
  public static Identity generate(Kind kind) throws Unsupported {
    byte[] bytes = new byte[kind.privateLength()];
    new SecureRandom().nextBytes(bytes);
    return new Identity(kind, bytes);
  }

  /** The one in a line of text, which stays the caller's to erase. */
  public static Identity read(byte[] line) throws Malformed, Unsupported {
    int end = line.length;
    while (end > 0 && line[end - 1] <= ' ') {
      end--;
    }
    byte[] text = Arrays.copyOf(line, end);
    try {
      Kind kind = KeyLine.IDENTITY.kind(text);
      return new Identity(kind, KeyLine.IDENTITY.key(kind, text));
    } finally {
      Parts.erase(text);
    }
  }

  /** The line of text, without its end, which is the caller's to erase. */
  public byte[] line() {
    byte[] first = scalar.getEncoded();
    byte[] rest = seed.getEncoded();
    byte[] bytes = Parts.join(first, rest);
    byte[] line = KeyLine.IDENTITY.write(recipient.kind(), bytes);
    Parts.erase(first, rest, bytes);
    return line;
  }

  /** The public key. */
  public Recipient recipient() {
    return recipient;
  }

  @Override
  public byte[] open(Wrap wrap, byte[] binding) throws ProtectionException {
    if (!(wrap instanceof Wrap.ByKey key)
        || key.kind() != recipient.kind()
        || !key.to().equals(recipient.id())) {
      throw Secret.refused();
    }
    byte[] enc = HexFormat.of().parseHex(key.enc());
    byte[] sealed = HexFormat.of().parseHex(key.sealed());
    byte[] ciphertext = Arrays.copyOfRange(enc, X25519.LENGTH, enc.length);
    byte[] first = scalar.getEncoded();
    try (Hpke hpke = hpke(ciphertext, binding);
        X25519 own = new X25519(first)) {
      return hpke.open(own, Parts.join(Arrays.copyOf(enc, X25519.LENGTH), sealed))
          .orElseThrow(Secret::refused);
    } finally {
      Parts.erase(first);
    }
  }

  private Hpke hpke(byte[] ciphertext, byte[] binding) throws Unsupported {
    return switch (recipient.kind()) {
      case CLASSIC -> Hpke.base(binding);
      case HYBRID -> {
        byte[] rest = seed.getEncoded();
        byte[] shared = MlKem768.decapsulate(rest, ciphertext);
        Hpke hpke = recipient.hpke(shared, ciphertext, binding);
        Parts.erase(rest, shared);
        yield hpke;
      }
    };
  }

  @Override
  public void close() {
    scalar.destroy();
    seed.destroy();
  }

  @Override
  public String toString() {
    return "the identity of " + recipient;
  }
}
