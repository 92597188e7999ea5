// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.json;

import dev.modelward.runtime.ProtectionException.Malformed;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads JSON without blanks, fractions and null. */
final class JsonParser {
  private static final int DEEPEST = 16;
  private static final int MOST_DIGITS = 16;
  private static final char END = '\uffff';

  private final String text;
  private final String where;
  private int at;
  private int depth;

  JsonParser(byte[] text, String where) throws Malformed {
    this.where = where;
    try {
      this.text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
    } catch (CharacterCodingException e) {
      throw new Malformed(where, "text in UTF-8", "other bytes");
    }
  }

  Json parse() throws Malformed {
    Json value = value();
    if (at < text.length()) {
      throw wrong("the end");
    }
    return value;
  }

  private Json value() throws Malformed {
    return switch (peek()) {
      case '{' -> nested(this::fields);
      case '[' -> nested(this::many);
      case '"' -> new Json.Text(string());
      case 't' -> word("true", new Json.Flag(true));
      case 'f' -> word("false", new Json.Flag(false));
      default -> whole();
    };
  }

  /** What stands between brackets. */
  private interface Part {
    Json read() throws Malformed;
  }

  private Json nested(Part part) throws Malformed {
    if (++depth > DEEPEST) {
      throw wrong("at most %d levels".formatted(DEEPEST));
    }
    at++;
    Json value = part.read();
    depth--;
    return value;
  }

  private Json fields() throws Malformed {
    SortedMap<String, Json> members = new TreeMap<>();
    if (skips('}')) {
      return new Json.Fields(members);
    }
    do {
      String name = string();
      expect(':');
      if (members.containsKey(name)) {
        throw wrong("one member of a name");
      }
      members.put(name, value());
    } while (skips(','));
    expect('}');
    return new Json.Fields(members);
  }

  private Json many() throws Malformed {
    List<Json> values = new ArrayList<>();
    if (skips(']')) {
      return new Json.Many(values);
    }
    do {
      values.add(value());
    } while (skips(','));
    expect(']');
    return new Json.Many(values);
  }

  private Json word(String word, Json value) throws Malformed {
    if (!text.startsWith(word, at)) {
      throw wrong(word);
    }
    at += word.length();
    return value;
  }

  private Json whole() throws Malformed {
    int start = at;
    skips('-');
    int digits = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    if (at == digits || at - digits > MOST_DIGITS) {
      throw wrong("a whole number below 2^53, a string, an array or an object");
    }
    long value = Long.parseLong(text, start, at, 10);
    if (Math.abs(value) >= Json.LIMIT) {
      throw wrong("a whole number below 2^53");
    }
    return new Json.Whole(value);
  }

  private String string() throws Malformed {
    expect('"');
    StringBuilder read = new StringBuilder();
    while (!skips('"')) {
      char letter = next();
      read.append(letter == '\\' ? escaped() : letter);
    }
    return read.toString();
  }

  private char escaped() throws Malformed {
    char letter = next();
    return switch (letter) {
      case 'b' -> '\b';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'f' -> '\f';
      case 'r' -> '\r';
      case '"', '\\' -> letter;
      case 'u' -> control();
      default -> throw wrong("an escape of canonical JSON");
    };
  }

  private char control() throws Malformed {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(next(), 16);
      if (digit < 0) {
        throw wrong("four hexadecimal digits");
      }
      value = 16 * value + digit;
    }
    if (value >= ' ') {
      throw wrong("an escape of canonical JSON");
    }
    return (char) value;
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : END;
  }

  private char next() throws Malformed {
    if (at == text.length()) {
      throw wrong("more");
    }
    return text.charAt(at++);
  }

  private boolean skips(char letter) {
    boolean isThere = peek() == letter;
    at += isThere ? 1 : 0;
    return isThere;
  }

  private void expect(char letter) throws Malformed {
    if (!skips(letter)) {
      throw wrong("'%c'".formatted(letter));
    }
  }

  private Malformed wrong(String expected) {
    return new Malformed(where, expected, "something else at character " + at);
  }
}
