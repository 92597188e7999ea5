// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.runtime.ProtectionException.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class MembersTest {
  private static Members of(String text) throws Malformed {
    String json = text.replace('\'', '"');
    return Members.of(Json.parse(json.getBytes(StandardCharsets.UTF_8), "here"), "here");
  }

  private static void refuses(String where, Executable taking) {
    assertEquals(where, assertThrows(Malformed.class, taking).where());
  }

  @Test
  void takesEachKindOfValue() throws Malformed {
    Members members =
        of(
            "{'b':'AP8=','f':false,'h':'00ff','l':[1,2],'m':[{'x':1}],'o':{'t':'u'},'t':'x','w':-3}");
    assertArrayEquals(new byte[] {0, -1}, members.base64("b"));
    assertFalse(members.flag("f"));
    assertArrayEquals(new byte[] {0, -1}, members.bytes("h", 2));
    assertEquals(List.of(1L, 2L), members.wholes("l"));
    List<Members> objects = members.objects("m");
    assertEquals(1, objects.getFirst().whole("x", 1, 1));
    assertEquals("here m[0]", objects.getFirst().where());
    assertEquals(Map.of("t", "u"), members.texts("o"));
    assertEquals("x", members.text("t"));
    assertEquals(-3, members.whole("w", -3, -3));
    members.end();
  }

  @Test
  void refusesAnotherKindOfValue() {
    for (String value : List.of("1", "'x'", "true", "[]", "{}")) {
      String text = "{'a':" + value + "}";
      if (!value.equals("1")) {
        refuses("here a", () -> of(text).whole("a", 0, 9));
      }
      if (!value.equals("'x'")) {
        refuses("here a", () -> of(text).text("a"));
      }
      if (!value.equals("true")) {
        refuses("here a", () -> of(text).flag("a"));
      }
      if (!value.equals("[]")) {
        refuses("here a", () -> of(text).many("a"));
      }
      if (!value.equals("{}")) {
        refuses("here a", () -> of(text).object("a"));
        refuses("here a", () -> of(text).optional("a"));
        refuses("here", () -> Members.of(Json.parse(bytes(value), "here"), "here"));
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void refusesMembersThatAreMissingOrNotKnown() throws Malformed {
    refuses("here", () -> of("{}").take("a"));
    refuses("here", () -> of("{}").object("a"));
    refuses("here", () -> of("{'a':1}").end());
    Members members = of("{'a':1}");
    members.take("a");
    members.end();
    refuses("here", () -> members.take("a"));
    assertTrue(of("{}").optional("a").isEmpty());
    assertTrue(of("{'a':{}}").optional("a").isPresent());
  }

  @Test
  void refusesNumbersOutOfTheirRange() {
    refuses("here a", () -> of("{'a':1}").whole("a", 2, 3));
    refuses("here a", () -> of("{'a':4}").whole("a", 2, 3));
    refuses("here a", () -> of("{'a':[0,-1]}").wholes("a"));
    refuses("here a", () -> of("{'a':['0']}").wholes("a"));
  }

  @Test
  void refusesOtherSpellingsOfBytes() {
    for (String hex :
        List.of("", "0", "000", "00", "000000", "00FF", "0g00", " 000", "00\u0660\u0660")) {
      refuses("here a", () -> of("{'a':'" + hex + "'}").hex("a", 2));
    }
    for (String text :
        List.of("A", "AP8", "AP8=\\n", "AP9=", "AP_=", "AP8==", "A P8=", "AP8=AP8=")) {
      refuses("here a", () -> of("{'a':'" + text + "'}").base64("a"));
    }
  }

  @Test
  void refusesListsOfOtherThingsThanObjectsAndObjectsOfOtherThingsThanTexts() {
    refuses("here a[1]", () -> of("{'a':[{},1]}").objects("a"));
    refuses("here a b", () -> of("{'a':{'b':1}}").texts("a"));
  }
}
