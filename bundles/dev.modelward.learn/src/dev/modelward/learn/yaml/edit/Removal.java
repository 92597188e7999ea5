// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.yaml.edit;

import dev.modelward.learn.yaml.Field;
import dev.modelward.learn.yaml.Fields;
import dev.modelward.learn.yaml.Route;
import dev.modelward.learn.yaml.YamlException;
import dev.modelward.learn.yaml.YamlText;
import java.util.List;
import java.util.Optional;

/** A text from which a part of a collection is taken. */
record Removal(YamlText source) {

  String without(Route route) throws YamlException {
    Field around = route.parent().nearest(source.root());
    int index =
        switch (route.steps().getLast()) {
          case Route.Item item -> item.index();
          case Route.Key key -> List.copyOf(Fields.of(around).keys().keySet()).indexOf(key.name());
        };
    Sheet sheet = Sheet.of(source);
    List<Span> parts = sheet.parts(around);
    Span gone =
        sheet.isFlow(around)
            ? inFlow(sheet, parts.get(index), sheet.span(around).to())
            : inBlock(parts, index);
    return gone.replaced(source.text(), "");
  }

  private Span inBlock(List<Span> parts, int index) {
    Lines lines = new Lines(source.text());
    Span part = parts.get(index);
    if (lines.begins(part.from())) {
      return lines.whole(part);
    }
    if (index + 1 < parts.size()) {
      int next = parts.get(index + 1).from();
      boolean isCommented = source.text().substring(lines.end(part.to()), next).contains("#");
      return isCommented ? part : new Span(part.from(), next);
    }
    return part;
  }

  /** With one of the commas beside it; a comment keeps the blank before it. */
  private Span inFlow(Sheet sheet, Span part, int end) {
    Optional<Integer> behind = sheet.commaBehind(part.to(), end).filter(at -> isNext(part, at));
    if (behind.isEmpty()) {
      return new Span(sheet.commaBefore(part.from()).orElse(part.from()), part.to());
    }
    String text = source.text();
    int to = behind.get() + 1;
    while (text.startsWith(" ", to) && !text.startsWith(" #", to)) {
      to++;
    }
    return new Span(part.from(), to);
  }

  private boolean isNext(Span part, int comma) {
    return source.text().substring(part.to(), comma).isBlank();
  }
}
