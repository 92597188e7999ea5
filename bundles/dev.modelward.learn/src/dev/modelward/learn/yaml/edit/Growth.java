// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.yaml.edit;

import dev.modelward.learn.yaml.Field;
import dev.modelward.learn.yaml.Fields;
import dev.modelward.learn.yaml.Route;
import dev.modelward.learn.yaml.YamlException;
import dev.modelward.learn.yaml.YamlText;
import java.util.List;
import java.util.Optional;

/** A collection in a text that gets one more part. */
final class Growth {
  private static final String STEP = "  ";

  private final String text;
  private final Lines lines;
  private final Sheet sheet;
  private final Field root;
  private final Route route;
  private final Field field;

  Growth(YamlText source, Route route) throws YamlException {
    this.text = source.text();
    this.lines = new Lines(text);
    this.sheet = Sheet.of(source);
    this.root = source.root();
    this.route = route;
    this.field = route.nearest(root);
  }

  String withKey(String key, Tree value) throws YamlException {
    String flow = key + ": " + value.flow();
    if (field.isEmpty()) {
      return begun("{" + flow + "}", brake -> key + ":" + value.behindKey(brake));
    }
    List<Span> parts = sheet.parts(field);
    if (sheet.isFlow(field)) {
      return inFlow(parts, parts.size(), flow);
    }
    String brake = lines.usual() + lines.indent(parts.getFirst().from());
    int at = lines.end(parts.getLast().to());
    return put(at, brake + key + ":" + value.behindKey(brake));
  }

  String withItem(int index, Tree item) throws YamlException {
    if (field.isEmpty()) {
      return begun("[" + item.flow() + "]", brake -> "- " + item.block(brake + STEP));
    }
    List<Span> parts = sheet.parts(field);
    if (sheet.isFlow(field)) {
      return inFlow(parts, index, item.flow());
    }
    boolean likesFlow = sheet.isFlow(field.items().get(Math.max(0, index - 1)));
    String brake = lines.usual() + lines.indent(parts.getFirst().from());
    String written = "- " + (likesFlow ? item.flow() : item.block(brake + STEP));
    return index == 0
        ? put(lines.withComments(parts.getFirst().from(), 0), written + brake)
        : put(lines.end(parts.get(index - 1).to()), brake + written);
  }

  /** What a part looks like behind a break that indents. */
  private interface Block {
    String behind(String brake);
  }

  /** The first part behind a key behind which nothing is yet. */
  private String begun(String flow, Block block) throws YamlException {
    int at = sheet.span(field).from();
    if (isInFlow()) {
      return put(at, " " + flow);
    }
    Fields around = Fields.of(route.parent().nearest(root));
    int key = sheet.span(Optional.ofNullable(around.keys().get(field.key())).orElse(field)).from();
    String brake = lines.usual() + lines.indent(key) + STEP;
    return put(lines.end(at), brake + block.behind(brake));
  }

  private boolean isInFlow() {
    Route above = route;
    while (!above.steps().isEmpty()) {
      above = above.parent();
      if (sheet.isFlow(above.nearest(root))) {
        return true;
      }
    }
    return false;
  }

  private String inFlow(List<Span> parts, int index, String part) throws YamlException {
    Span whole = sheet.span(field);
    if (parts.isEmpty()) {
      return put(whole.from() + 1, part);
    }
    if (index < parts.size()) {
      return put(parts.get(index).from(), part + ", ");
    }
    int end = parts.getLast().to();
    Optional<Integer> comma = sheet.commaBehind(end, whole.to());
    return comma.isPresent() ? put(comma.get() + 1, " " + part + ",") : put(end, ", " + part);
  }

  private String put(int at, String more) {
    return new Span(at, at).replaced(text, more);
  }
}
