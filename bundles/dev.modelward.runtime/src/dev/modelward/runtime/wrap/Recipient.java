// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.wrap;

import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.ProtectionException.Malformed;
import dev.modelward.runtime.hpke.Hpke;
import dev.modelward.runtime.hpke.X25519;
import dev.modelward.runtime.secret.Parts;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** The public key of one for whom secrets are wrapped. */
public final class Recipient {
  private static final byte[] PSK_ID =
      "modelward.dev/mlkem768/v1\0".getBytes(StandardCharsets.US_ASCII);

  private final Kind kind;
  private final byte[] bytes;

  Recipient(Kind kind, byte[] bytes) {
    this.kind = kind;
    this.bytes = bytes;
  }

  /** The key in a line of text. */
  public static Recipient parse(String line) throws Malformed {
    byte[] text = line.strip().getBytes(StandardCharsets.UTF_8);
    Kind kind = KeyLine.RECIPIENT.kind(text);
    Recipient recipient = new Recipient(kind, KeyLine.RECIPIENT.key(kind, text));
    try (X25519 any = X25519.generate()) {
      any.agree(recipient.x25519()).orElseThrow(KeyLine.RECIPIENT::wrong);
    }
    return recipient;
  }

  /** The line of text, without its end. */
  public String line() {
    return new String(KeyLine.RECIPIENT.write(kind, bytes), StandardCharsets.US_ASCII);
  }

  /** The kind. */
  public Kind kind() {
    return kind;
  }

  /** What names the key in grants: half of its SHA-256, in hexadecimal. */
  public String id() {
    return HexFormat.of().formatHex(Parts.sha256(bytes), 0, 16);
  }

  /** A secret of 32 bytes, which opens for this recipient, and with this binding only. */
  public Wrap wrap(byte[] secret, byte[] binding) throws ProtectionException {
    return switch (kind) {
      case CLASSIC -> sealed(Hpke.base(binding), secret, new byte[0]);
      case HYBRID -> {
        var encapsulated = MlKem768.encapsulate(mlKem());
        byte[] shared = encapsulated.key().getEncoded();
        byte[] ciphertext = encapsulated.encapsulation();
        try (Hpke hpke = hpke(shared, ciphertext, binding)) {
          yield sealed(hpke, secret, ciphertext);
        } finally {
          Parts.erase(shared);
        }
      }
    };
  }

  private Wrap sealed(Hpke hpke, byte[] secret, byte[] ciphertext) {
    byte[] sealed = hpke.seal(x25519(), Secret.checked(secret));
    HexFormat hex = HexFormat.of();
    String enc = hex.formatHex(sealed, 0, X25519.LENGTH) + hex.formatHex(ciphertext);
    return new Wrap.ByKey(kind, id(), enc, hex.formatHex(sealed, X25519.LENGTH, sealed.length));
  }

  /** The encryption that needs a secret of ML-KEM, too. */
  Hpke hpke(byte[] shared, byte[] ciphertext, byte[] binding) {
    return Hpke.psk(shared, Parts.join(PSK_ID, Parts.sha256(ciphertext, mlKem())), binding);
  }

  private byte[] x25519() {
    return Arrays.copyOf(bytes, X25519.LENGTH);
  }

  private byte[] mlKem() {
    return Arrays.copyOfRange(bytes, X25519.LENGTH, bytes.length);
  }

  @Override
  public String toString() {
    return "recipient " + id();
  }
}
