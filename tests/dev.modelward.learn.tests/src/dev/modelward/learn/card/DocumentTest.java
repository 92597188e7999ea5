// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.transform.Transform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document for people who write cards. */
class DocumentTest {
  private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
  private static final Path DOCUMENT = Path.of("../../docs/data-cards.md");

  @TempDir Path folder = Path.of("");

  private static List<String> examples() throws IOException {
    return EXAMPLE
        .matcher(Files.readString(DOCUMENT))
        .results()
        .map(MatchResult::group)
        .map(text -> text.substring(8, text.length() - 3))
        .toList();
  }

  @Test
  void hasACardOfEveryKindAndEachCanBeRead() throws IOException {
    Set<String> kinds = new TreeSet<>();
    for (String example : examples()) {
      DataCard card = DataCard.read(Files.writeString(folder.resolve("example.data"), example));
      assertTrue(card.dataset().transforms().size() > 0, example);
      kinds.add(
          example.lines().findFirst().orElse("").substring(6).toUpperCase(java.util.Locale.ROOT));
    }
    assertEquals(new TreeSet<>(Arrays.stream(Kind.values()).map(Kind::name).toList()), kinds);
  }

  @Test
  void namesEveryKeyAndTransformInTheOrderInWhichTheyAreApplied() throws IOException {
    String text = Files.readString(DOCUMENT);
    int last = 0;
    for (String key :
        List.of("colour", "resize", "crop", "scale", "mean", "noise", "layout", "select")) {
      int at = text.indexOf("| `" + key + "`");
      assertTrue(at > last, key);
      last = at;
    }
    assertEquals(7, Transform.class.getPermittedSubclasses().length);
  }
}
