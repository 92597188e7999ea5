// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.json;

import dev.modelward.runtime.ProtectionException.Malformed;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The members of an object, taken one by one until none is left. */
public final class Members {
  private final String where;
  private final SortedMap<String, Json> left;

  private Members(String where, SortedMap<String, Json> left) {
    this.where = where;
    this.left = new TreeMap<>(left);
  }

  /** Those of a value, which must be an object. */
  public static Members of(Json value, String where) throws Malformed {
    if (value instanceof Json.Fields fields) {
      return new Members(where, fields.members());
    }
    throw new Malformed(where, "an object", "another value");
  }

  /** Where the object stands. */
  public String where() {
    return where;
  }

  /** Takes any member. */
  public Json take(String name) throws Malformed {
    return taken(name).orElseThrow(() -> new Malformed(where, "a member " + name, "none"));
  }

  /** Takes a member that may be missing. */
  public Optional<Json> taken(String name) {
    return Optional.ofNullable(left.remove(name));
  }

  /** Takes an object. */
  public Members object(String name) throws Malformed {
    return of(take(name), inside(name));
  }

  /** Takes an object that may be missing. */
  public Optional<Members> optional(String name) throws Malformed {
    Optional<Json> there = taken(name);
    return there.isEmpty() ? Optional.empty() : Optional.of(of(there.get(), inside(name)));
  }

  /** Takes a string. */
  public String text(String name) throws Malformed {
    if (take(name) instanceof Json.Text text) {
      return text.value();
    }
    throw wrong(name, "a string");
  }

  /** Takes a true or false. */
  public boolean flag(String name) throws Malformed {
    if (take(name) instanceof Json.Flag flag) {
      return flag.value();
    }
    throw wrong(name, "true or false");
  }

  /** Takes a whole number between two, which may be it. */
  public long whole(String name, long least, long most) throws Malformed {
    if (take(name) instanceof Json.Whole whole && whole.value() >= least && whole.value() <= most) {
      return whole.value();
    }
    throw wrong(name, "a whole number from %d to %d".formatted(least, most));
  }

  /** Takes so many bytes in hexadecimal, as text. */
  public String hex(String name, int bytes) throws Malformed {
    String text = text(name);
    if (text.length() == 2 * bytes && text.matches("[0-9a-f]*")) {
      return text;
    }
    throw wrong(name, "%d bytes in hexadecimal".formatted(bytes));
  }

  /** Takes so many bytes in hexadecimal. */
  public byte[] bytes(String name, int bytes) throws Malformed {
    return HexFormat.of().parseHex(hex(name, bytes));
  }

  /** Takes bytes in Base64 with padding. */
  public byte[] base64(String name) throws Malformed {
    String text = text(name);
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw wrong(name, "bytes in Base64");
  }

  /** Takes an array. */
  public List<Json> many(String name) throws Malformed {
    if (take(name) instanceof Json.Many many) {
      return many.values();
    }
    throw wrong(name, "an array");
  }

  /** Makes something of an object. */
  public interface Reader<T> {
    /** What it says; all of its members are taken. */
    T read(Members members) throws Malformed;
  }

  /** Takes an array of objects, of each of which a reader makes something and leaves nothing. */
  public <T> List<T> list(String name, Reader<T> reader) throws Malformed {
    List<T> list = new ArrayList<>();
    for (Members each : objects(name)) {
      list.add(reader.read(each));
      each.end();
    }
    return list;
  }

  /** Takes an array of objects. */
  public List<Members> objects(String name) throws Malformed {
    List<Members> objects = new ArrayList<>();
    for (Json each : many(name)) {
      objects.add(of(each, "%s[%d]".formatted(inside(name), objects.size())));
    }
    return objects;
  }

  /** Takes an array of whole numbers from zero. */
  public List<Long> wholes(String name) throws Malformed {
    List<Long> numbers = new ArrayList<>();
    for (Json each : many(name)) {
      if (!(each instanceof Json.Whole whole) || whole.value() < 0) {
        throw wrong(name, "whole numbers from zero");
      }
      numbers.add(whole.value());
    }
    return numbers;
  }

  /** Takes an object of strings. */
  public Map<String, String> texts(String name) throws Malformed {
    Members members = object(name);
    Map<String, String> texts = new TreeMap<>();
    for (String each : List.copyOf(members.left.keySet())) {
      texts.put(each, members.text(each));
    }
    return texts;
  }

  /** Refuses members that were not taken. */
  public void end() throws Malformed {
    if (!left.isEmpty()) {
      throw new Malformed(where, "no further member", left.firstKey());
    }
  }

  /** What to say of a member of which something else was expected. */
  public Malformed wrong(String name, String expected) {
    return new Malformed(inside(name), expected, "something else");
  }

  private String inside(String name) {
    return where + " " + name;
  }
}
