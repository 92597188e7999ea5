// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.provenance;

import dev.modelward.runtime.artifact.Tree;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The public half of a key on P-256: its point, not compressed, as 130 hexadecimal digits. */
public record AttestorKey(String point) {
  private static final Pattern POINT = Pattern.compile("04[0-9a-f]{128}");
  private static final int LINE = 64;

  /** What stands before the point of a key on P-256 in the form of X.509 (RFC 5480). */
  private static final String HEADER = "3059301306072a8648ce3d020106082a8648ce3d030107034200";

  /** A point of 65 bytes. */
  public AttestorKey {
    if (!POINT.matcher(point).matches()) {
      throw new IllegalArgumentException("a point of 65 bytes that is not compressed");
    }
  }

  /** The key as a SubjectPublicKeyInfo in DER. */
  public byte[] der() {
    return HexFormat.of().parseHex(HEADER + point);
  }

  /** The key as PEM, as verifiers take it from a file, with a line end at its end. */
  public String pem() {
    byte[] lineEnd = {'\n'};
    String body = Base64.getMimeEncoder(LINE, lineEnd).encodeToString(der());
    return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
  }

  /** By what signatures say which key made them: the SHA-256 of the PEM, in hexadecimal. */
  public String hint() {
    byte[] pem = pem().getBytes(StandardCharsets.US_ASCII);
    return HexFormat.of().formatHex(Tree.sha256().digest(pem));
  }
}
