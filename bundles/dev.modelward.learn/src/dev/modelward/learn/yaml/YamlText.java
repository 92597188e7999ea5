// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** A text in YAML, what people call such a text, and the file it stands in. */
public record YamlText(Path file, String what, String text) {
  private static final long LONGEST = 1 << 20;

  /** Reads a file. */
  public static YamlText read(Path file, String what) throws YamlException {
    try {
      if (Files.size(file) > LONGEST) {
        throw tooLong(file, what);
      }
      return new YamlText(file, what, Files.readString(file));
    } catch (YamlException e) {
      throw e;
    } catch (IOException e) {
      YamlException failure =
          new YamlException(file.toString(), 1, 1, "this is no readable text in UTF-8");
      failure.initCause(e);
      throw failure;
    }
  }

  /** A text that stands in no file yet. */
  public static YamlText of(Path file, String what, String text) throws YamlException {
    if (text.length() > LONGEST) {
      throw tooLong(file, what);
    }
    return new YamlText(file, what, text);
  }

  private static YamlException tooLong(Path file, String what) {
    return new YamlException(file.toString(), 1, 1, "a " + what + " has at most 1 MiB");
  }

  /** The keys and values of the whole text. */
  public Fields fields() throws YamlException {
    return Fields.of(root());
  }

  /** The whole text as one value. */
  public Field root() throws YamlException {
    try {
      new Strictness(this).check();
      Optional<Node> root = new Compose(settings()).composeString(text);
      if (root.isEmpty()) {
        throw new YamlException(file.toString(), 1, 1, "this " + what + " is empty");
      }
      return new Field(file, "the " + what, root.get());
    } catch (MarkedYamlEngineException e) {
      throw says(e.getProblemMark(), "this is no YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new YamlException(file.toString(), 1, 1, "this is no YAML: " + e.getMessage());
    }
  }

  /** How a parser takes the text: at once, for it fails where its buffer ends within a letter. */
  public LoadSettings settings() {
    return LoadSettings.builder()
        .setLabel(file.toString())
        .setBufferSize(text.length() + 2)
        .build();
  }

  /** Says something about a place in the text. */
  YamlException says(Optional<Mark> mark, String problem) {
    return new YamlException(
        file.toString(),
        mark.map(Mark::getLine).orElse(0) + 1,
        mark.map(Mark::getColumn).orElse(0) + 1,
        problem);
  }
}
