// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.card;

import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.data.Layout;
import dev.modelward.learn.records.Origin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** The text of a card and the folder that its paths begin at. */
record CardText(Path file, String text) {
  private static final List<String> KEYS =
      List.of(
          "kind", "title", "classes", "colour", "resize", "crop", "scale", "mean", "std", "noise",
          "layout", "select");

  DataCard card() throws CardException {
    Fields fields = Fields.of(root());
    Kind kind = fields.required("kind").choice(Kind.class);
    List<String> known = new ArrayList<>(KEYS);
    known.addAll(kind.keys());
    fields.checkKnown(known);
    Origin origin = kind.origin(fields);
    Optional<Field> title = fields.find("title");
    String name = title.isPresent() ? title.get().text() : String.valueOf(file.getFileName());
    return new DataCard(file, name, dataset(origin, fields));
  }

  private Field root() throws CardException {
    try {
      Optional<Node> root =
          new Compose(LoadSettings.builder().setLabel(file.toString()).build()).composeString(text);
      if (root.isEmpty()) {
        throw new CardException(file.toString(), 1, 1, "this card is empty");
      }
      return new Field(file, "the card", root.get());
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark = e.getProblemMark();
      throw new CardException(
          file.toString(),
          mark.map(Mark::getLine).orElse(0) + 1,
          mark.map(Mark::getColumn).orElse(0) + 1,
          "this is no YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new CardException(file.toString(), 1, 1, "this is no YAML: " + e.getMessage());
    }
  }

  private static Dataset dataset(Origin origin, Fields fields) throws CardException {
    Optional<Field> layout = fields.find("layout");
    Layout order = layout.isPresent() ? layout.get().choice(Layout.class) : Layout.NCHW;
    return new Dataset(origin, Preparation.of(fields), Choices.of(fields), order, classes(fields));
  }

  private static List<String> classes(Fields fields) throws CardException {
    Optional<Field> field = fields.find("classes");
    return field.isEmpty() ? List.of() : field.get().names();
  }
}
