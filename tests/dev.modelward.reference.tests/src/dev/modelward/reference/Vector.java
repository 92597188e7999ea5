// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A test vector of Wycheproof: what it says in JSON, and what stands above its group. */
record Vector(String group, String text) {
  private static final Pattern VECTOR = Pattern.compile("\\{[^{}]*\"tcId\"[^{}]*\\}");

  /** All vectors of an algorithm, of which there must be so many. */
  static List<Vector> of(String algorithm, int expected) throws IOException {
    String file = Files.readString(Shared.vectors("wycheproof/" + algorithm + "_test.json"));
    List<Vector> vectors = new ArrayList<>();
    String group = "";
    for (String part : file.split("\"tests\"\\s*:\\s*\\[")) {
      Matcher found = VECTOR.matcher(part);
      int end = 0;
      while (found.find()) {
        vectors.add(new Vector(group, found.group()));
        end = found.end();
      }
      group = part.substring(end);
    }
    assertEquals(expected, vectors.size());
    assertEquals(expected, new Vector(file, file).number("numberOfTests"));
    return vectors;
  }

  /** A string. */
  String text(String name) {
    return found(text, name, "\"([^\"]*)\"");
  }

  /** A whole number. */
  int number(String name) {
    return Integer.parseInt(found(text, name, "(\\d+)"));
  }

  /** A whole number that all of the group have. */
  int groupNumber(String name) {
    return Integer.parseInt(found(group, name, "(\\d+)"));
  }

  /** Bytes. */
  byte[] bytes(String name) {
    return HexFormat.of().parseHex(text(name));
  }

  /** Bytes that all of the group have. */
  byte[] groupBytes(String name) {
    return HexFormat.of().parseHex(found(group, name, "\"([^\"]*)\""));
  }

  boolean has(String flag) {
    return text.contains('"' + flag + '"');
  }

  boolean isValid() {
    return text("result").equals("valid");
  }

  private static String found(String in, String name, String value) {
    Matcher found = Pattern.compile('"' + name + "\"\\s*:\\s*" + value).matcher(in);
    if (!found.find()) {
      throw new IllegalArgumentException("no " + name + " in " + in);
    }
    return found.group(1);
  }
}
