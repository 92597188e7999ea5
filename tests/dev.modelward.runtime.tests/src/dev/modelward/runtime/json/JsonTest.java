// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.runtime.ProtectionException.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JsonTest {
  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String again(String text) throws Malformed {
    return new String(Json.parse(utf8(text), "here").canonical(), StandardCharsets.UTF_8);
  }

  @Test
  void readsWhatIsCanonical() throws Malformed {
    for (String text :
        List.of(
            "0",
            "-1",
            "9007199254740991",
            "-9007199254740991",
            "true",
            "false",
            "\"\"",
            "[]",
            "{}",
            "[0,[],{}]",
            "{\"\":0,\"A\":1,\"a\":{\"b\":[true]}}",
            "\"/\u007f\u0080\uffff\ud83d\ude00\"")) {
      assertEquals(text, again(text));
    }
  }

  @Test
  void writesTextsAsTheRfcDoes() {
    Json text = new Json.Text("\u20ac$\u000f\nA'B\"\\\\\"/\b\t\f\r\u0000\u001f");
    assertArrayEquals(
        utf8("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\\b\\t\\f\\r\\u0000\\u001f\""),
        text.canonical());
  }

  @Test
  void ordersNamesAsTheRfcDoes() throws Malformed {
    List<String> order = List.of("\r", "1", "\u0080", "\u00f6", "\u20ac", "\ud83d\ude00", "\ufb33");
    Map<String, String> texts = new TreeMap<>();
    order.reversed().forEach(name -> texts.put(name, "of " + name));
    String text = new String(Json.texts(texts).canonical(), StandardCharsets.UTF_8);
    assertEquals(
        order,
        order.stream().sorted((a, b) -> text.indexOf(a + '"') - text.indexOf(b + '"')).toList());
    assertEquals(Json.texts(texts), Json.parse(utf8(text), "here"));
  }

  @Test
  void readsWhateverItWrites() throws Malformed {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 2000; i++) {
      Json value = value(random, 5);
      byte[] text = value.canonical();
      assertEquals(value, Json.parse(text, "here"));
      assertArrayEquals(text, Json.parse(text, "here").canonical());
    }
  }

  private static Json value(SplittableRandom random, int depth) {
    return switch (random.nextInt(depth > 0 ? 5 : 3)) {
      case 0 -> new Json.Text(text(random));
      case 1 -> new Json.Whole(random.nextLong(1 - Json.LIMIT, Json.LIMIT) >> random.nextInt(54));
      case 2 -> new Json.Flag(random.nextBoolean());
      case 3 -> {
        List<Json> values = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          values.add(value(random, depth - 1));
        }
        yield new Json.Many(values);
      }
      default -> {
        Map<String, Json> members = new TreeMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          members.put(text(random), value(random, depth - 1));
        }
        yield Json.Fields.of(members);
      }
    };
  }

  private static String text(SplittableRandom random) {
    int[] bounds = {0x20, 0x80, 0x800, 0xd800, 0x110000};
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      int point = random.nextInt(bounds[random.nextInt(bounds.length)]);
      text.appendCodePoint(Character.getType(point) == Character.SURROGATE ? '"' : point);
    }
    return text.toString();
  }

  @Test
  void refusesAByteChangedAnywhereUnlessTheTextIsCanonicalAgain() {
    byte[] text = utf8("{\"a\":[1,true,\"\u20ac\\n\"],\"b\":{\"c\":-12}}");
    int refused = 0;
    for (int bit = 0; bit < 8 * text.length; bit++) {
      byte[] flipped = text.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      try {
        assertArrayEquals(flipped, Json.parse(flipped, "here").canonical());
      } catch (Malformed e) {
        refused++;
      }
    }
    assertTrue(refused > 4 * text.length, refused + " refused");
  }

  @Test
  void saysWhereAndWhatWasExpected() {
    Malformed refusal = assertThrows(Malformed.class, () -> Json.parse(utf8("[1,x]"), "here"));
    assertEquals("here", refusal.where());
    assertEquals("something else at character 3", refusal.found());
  }

  @Test
  void hasNoNumbersThatADoubleConfuses() {
    assertThrows(IllegalArgumentException.class, () -> new Json.Whole(Json.LIMIT));
    assertThrows(IllegalArgumentException.class, () -> new Json.Whole(-Json.LIMIT));
    assertThrows(IllegalArgumentException.class, () -> new Json.Whole(Long.MIN_VALUE));
  }

  @Test
  void writesNoHalvesOfCharactersWhichNoUtf8Has() {
    for (String half : List.of("\ud800", "\udc00", "a\ude00\ud83d", "\ud83d")) {
      assertThrows(IllegalArgumentException.class, () -> new Json.Text(half).canonical());
      assertThrows(
          IllegalArgumentException.class, () -> Json.texts(Map.of(half, "text")).canonical());
    }
  }

  @Test
  void anObjectKeepsItsOwnMembers() {
    Map<String, Json> members = new TreeMap<>(Map.of("a", new Json.Whole(1)));
    Json.Fields fields = Json.Fields.of(members);
    members.put("b", new Json.Whole(2));
    assertArrayEquals(utf8("{\"a\":1}"), fields.canonical());
    assertArrayEquals(utf8("{}"), fields.without("a").canonical());
    assertArrayEquals(utf8("{\"a\":1}"), fields.without("b").canonical());
  }
}
