// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.keys;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** What a ring says openly of a protector that its data key is wrapped by. */
public sealed interface Lock {
  /** The words that stand for it in the file. */
  String text();

  /** What opens it, in words for people. */
  String kind();

  /** A passphrase, what it costs to try one, and its salt in hexadecimal digits. */
  record Passphrase(Argon2 cost, String salt) implements Lock {
    private static final Pattern SALT = Pattern.compile("[0-9a-f]{" + 2 * Argon2.SALT + "}");

    /** A lock with a salt of 16 bytes. */
    public Passphrase {
      if (!SALT.matcher(salt).matches()) {
        throw new IllegalArgumentException("a salt of 16 bytes");
      }
    }

    @Override
    public String text() {
      return "passphrase argon2id %d %d %d %s"
          .formatted(cost.memory(), cost.passes(), cost.lanes(), salt);
    }

    @Override
    public String kind() {
      return "a passphrase";
    }
  }

  /** A file of 32 bytes; which one is not said. */
  record KeyFile() implements Lock {
    @Override
    public String text() {
      return "file";
    }

    @Override
    public String kind() {
      return "a key file";
    }
  }

  /** An environment variable of this name. */
  record Variable(String name) implements Lock {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,199}");

    /** A lock with a name of letters, digits and underscores. */
    public Variable {
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException("a variable's name of letters, digits and underscores");
      }
    }

    @Override
    public String text() {
      return "variable " + name;
    }

    @Override
    public String kind() {
      return "environment variable " + name;
    }
  }

  /** A key of this alias in a key store or token; which one is not said. */
  record StoredKey(String alias) implements Lock {
    private static final int LONGEST = 200;

    /** A lock with an alias that is neither empty nor endless. */
    public StoredKey {
      if (alias.isEmpty() || alias.length() > LONGEST) {
        throw new IllegalArgumentException("an alias of 1 to %d characters".formatted(LONGEST));
      }
    }

    @Override
    public String text() {
      return "store " + URLEncoder.encode(alias, StandardCharsets.UTF_8);
    }

    @Override
    public String kind() {
      return "stored key " + alias;
    }
  }

  /** The lock that these words stand for. */
  static Lock of(List<String> words) {
    return switch (words.size() + " " + words.getFirst()) {
      case "1 file" -> new KeyFile();
      case "2 variable" -> new Variable(words.get(1));
      case "2 store" -> new StoredKey(alias(words.get(1)));
      case "6 passphrase" ->
          new Passphrase(
              new Argon2(number(words.get(2)), number(words.get(3)), number(words.get(4))),
              words.get(5));
      default -> throw new IllegalArgumentException("a lock of a known kind");
    };
  }

  private static String alias(String word) {
    try {
      return URLDecoder.decode(word, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("an alias in the encoding of URLs", e);
    }
  }

  private static int number(String word) {
    try {
      return Integer.parseInt(word);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("a number", e);
    }
  }
}
