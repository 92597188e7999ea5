// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.wrap;

import dev.modelward.runtime.ProtectionException.Malformed;
import dev.modelward.runtime.secret.Parts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/** The line of text that a key is: what it is, its kind, and Base64 of it and a check value. */
enum KeyLine {
  RECIPIENT("recipient"),
  IDENTITY("identity");

  private static final int CHECK = 4;

  private final String what;

  KeyLine(String what) {
    this.what = what;
  }

  private byte[] head(Kind kind) {
    return "modelward-%s-1:%s:".formatted(what, kind.label()).getBytes(StandardCharsets.US_ASCII);
  }

  byte[] write(Kind kind, byte[] key) {
    byte[] head = head(kind);
    byte[] checked = Parts.join(key, Arrays.copyOf(Parts.sha256(head, key), CHECK));
    byte[] text = Base64.getUrlEncoder().withoutPadding().encode(checked);
    byte[] line = Parts.join(head, text);
    Parts.erase(checked, text);
    return line;
  }

  Kind kind(byte[] line) throws Malformed {
    return Arrays.stream(Kind.values())
        .filter(kind -> Arrays.equals(head(kind), Arrays.copyOf(line, head(kind).length)))
        .findFirst()
        .orElseThrow(this::wrong);
  }

  /** The key in a line, which must be what is written of that key. */
  byte[] key(Kind kind, byte[] line) throws Malformed {
    byte[] text = Arrays.copyOfRange(line, head(kind).length, line.length);
    byte[] checked = decoded(text);
    int length = this == RECIPIENT ? kind.publicLength() : kind.privateLength();
    byte[] key = Arrays.copyOf(checked, length);
    byte[] again = write(kind, key);
    boolean isSame = MessageDigest.isEqual(again, line);
    Parts.erase(text, checked, again);
    if (!isSame) {
      Parts.erase(key);
      throw wrong();
    }
    return key;
  }

  private byte[] decoded(byte[] text) throws Malformed {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      Parts.erase(text);
      throw wrong();
    }
  }

  Malformed wrong() {
    String form = "a line modelward-%s-1:KIND:KEY".formatted(what);
    return new Malformed("the " + what, form, "another text, or one with a typo");
  }
}
