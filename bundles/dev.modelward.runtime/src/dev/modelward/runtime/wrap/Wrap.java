// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.wrap;

import dev.modelward.runtime.ProtectionException.Malformed;
import dev.modelward.runtime.json.Json;
import dev.modelward.runtime.json.Members;
import java.util.Map;

/** A wrapped secret of 32 bytes, its byte strings in hexadecimal. */
public sealed interface Wrap {
  /** Bytes of a secret. */
  int SECRET = 32;

  /** One for the recipient of an id. */
  record ByKey(Kind kind, String to, String enc, String sealed) implements Wrap {
    private static final int ID = 16;
    private static final int SEALED = 48;

    /** Refuses strings of other lengths. */
    public ByKey {
      check(to, ID);
      check(enc, kind.encLength());
      check(sealed, SEALED);
    }

    @Override
    public Json.Fields json() {
      return Json.texts(Map.of("enc", enc, "kind", kind.label(), "sealed", sealed, "to", to));
    }
  }

  /** One for who knows a passphrase. */
  record ByPassphrase(int iterations, String salt, String sealed) implements Wrap {
    static final int SALT = 16;
    static final int FEWEST = 600_000;
    private static final int MOST = 10_000_000;
    private static final int SEALED = 104;
    private static final String KIND = "passphrase";

    /** Refuses other numbers of iterations than are accepted, and strings of other lengths. */
    public ByPassphrase {
      checked(iterations);
      check(salt, SALT);
      check(sealed, SEALED);
    }

    static int checked(int iterations) {
      if (iterations < FEWEST || iterations > MOST) {
        throw new IllegalArgumentException(
            "expected %d to %d iterations, found %d".formatted(FEWEST, MOST, iterations));
      }
      return iterations;
    }

    @Override
    public Json.Fields json() {
      return Json.Fields.of(
          Map.of(
              "iterations", new Json.Whole(iterations),
              "kind", new Json.Text(KIND),
              "salt", new Json.Text(salt),
              "sealed", new Json.Text(sealed)));
    }
  }

  /** The object that it is in a grant. */
  Json.Fields json();

  /** What an object in a grant says, of which all members are taken. */
  static Wrap read(Members members) throws Malformed {
    String label = members.text("kind");
    Wrap wrap = label.equals(ByPassphrase.KIND) ? byPassphrase(members) : byKey(members, label);
    members.end();
    return wrap;
  }

  private static Wrap byPassphrase(Members members) throws Malformed {
    return new ByPassphrase(
        (int) members.whole("iterations", ByPassphrase.FEWEST, ByPassphrase.MOST),
        members.hex("salt", ByPassphrase.SALT),
        members.hex("sealed", ByPassphrase.SEALED));
  }

  private static Wrap byKey(Members members, String label) throws Malformed {
    Kind kind =
        Kind.of(label)
            .orElseThrow(() -> members.wrong("kind", "x25519, x25519-mlkem768 or passphrase"));
    return new ByKey(
        kind,
        members.hex("to", ByKey.ID),
        members.hex("enc", kind.encLength()),
        members.hex("sealed", ByKey.SEALED));
  }

  private static void check(String hex, int bytes) {
    if (hex.length() != 2 * bytes || !hex.matches("[0-9a-f]*")) {
      throw new IllegalArgumentException("expected %d bytes in hexadecimal".formatted(bytes));
    }
  }
}
