// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.card;

import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.data.Layout;
import dev.modelward.learn.records.Origin;
import dev.modelward.learn.yaml.Field;
import dev.modelward.learn.yaml.Fields;
import dev.modelward.learn.yaml.YamlException;
import dev.modelward.learn.yaml.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The text of a card, whose paths begin at its folder. */
record CardText(YamlText text) {
  private static final List<String> KEYS =
      List.of(
          "kind", "title", "classes", "colour", "resize", "crop", "scale", "mean", "std", "noise",
          "layout", "select");

  DataCard card() throws YamlException {
    Fields fields = text.fields();
    Kind kind = fields.required("kind").choice(Kind.class);
    List<String> known = new ArrayList<>(KEYS);
    known.addAll(kind.keys());
    fields.checkKnown(known);
    Origin origin = kind.origin(fields);
    Optional<Field> title = fields.find("title");
    String name =
        title.isPresent() ? title.get().text() : String.valueOf(text.file().getFileName());
    return new DataCard(text.file(), name, dataset(origin, fields));
  }

  private static Dataset dataset(Origin origin, Fields fields) throws YamlException {
    Optional<Field> layout = fields.find("layout");
    Layout order = layout.isPresent() ? layout.get().choice(Layout.class) : Layout.NCHW;
    return new Dataset(origin, Preparation.of(fields), Choices.of(fields), order, classes(fields));
  }

  private static List<String> classes(Fields fields) throws YamlException {
    Optional<Field> field = fields.find("classes");
    return field.isEmpty() ? List.of() : field.get().names();
  }
}
