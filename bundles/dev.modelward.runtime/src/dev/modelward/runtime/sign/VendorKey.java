// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.sign;

import dev.modelward.runtime.ProtectionException.Malformed;
import dev.modelward.runtime.secret.Parts;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.eclipse.jdt.annotation.Nullable;

/** The public key by which a customer knows what a vendor signed. */
public final class VendorKey {
  /** The number of bytes of a key. */
  public static final int LENGTH = 32;

  private static final String PREFIX = "modelward-vendor-1:";
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");
  private static final int ID = 16;

  private final byte[] bytes;

  private VendorKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The key of the 32 bytes of RFC 8032. */
  public static VendorKey of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a vendor's key has %d bytes".formatted(LENGTH));
    }
    return new VendorKey(bytes.clone());
  }

  /** The key that a line of text says. */
  public static VendorKey parse(String line) throws Malformed {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(line.strip().substring(PREFIX.length()));
      VendorKey key = of(bytes);
      if (key.toString().equals(line.strip())) {
        return key;
      }
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
      // said below
    }
    throw new Malformed("the vendor's key", "a line " + PREFIX + "...", "another text");
  }

  /** What names the key in envelopes and lists. */
  public String id() {
    return HexFormat.of().formatHex(Parts.sha256(bytes), 0, ID);
  }

  /** Whether the key's owner signed a message. */
  public boolean verifies(byte[] message, byte[] signature) {
    byte[] encoded = Arrays.copyOf(X509, X509.length + LENGTH);
    System.arraycopy(bytes, 0, encoded, X509.length, LENGTH);
    try {
      PublicKey key =
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      // no point of the curve, or no signature by its form
      return false;
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof VendorKey key && Arrays.equals(bytes, key.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The key as a line of text. */
  @Override
  public String toString() {
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
