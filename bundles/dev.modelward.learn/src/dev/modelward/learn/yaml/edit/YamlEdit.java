// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.yaml.edit;

import dev.modelward.learn.yaml.Field;
import dev.modelward.learn.yaml.Fields;
import dev.modelward.learn.yaml.Route;
import dev.modelward.learn.yaml.YamlException;
import dev.modelward.learn.yaml.YamlText;

/**
 * A text in YAML and changes of it, each of which gives another text that says what it should and
 * is the same everywhere else. A change that the way in which a text is written does not allow is
 * refused.
 */
public record YamlEdit(YamlText text) {

  /** The text with a scalar in the place of a value. */
  public YamlEdit replace(Route route, String value) throws YamlException {
    Field field = field(route);
    Span span = Sheet.of(text).span(field);
    String old = text.text().substring(span.from(), span.to());
    boolean touches =
        span.isEmpty()
            && span.from() > 0
            && !Character.isWhitespace(text.text().charAt(span.from() - 1));
    String written = (touches ? " " : "") + Scalars.written(value, old);
    Tree wanted = Alteration.replace(route, new Tree.Leaf(value)).of(tree());
    return checked(span.replaced(text.text(), written), wanted, field);
  }

  /** The text with another key in the place of one, and a scalar behind it. */
  public YamlEdit replaceKey(Route route, String key, String value) throws YamlException {
    Field field = field(route);
    Sheet sheet = Sheet.of(text);
    Fields around = Fields.of(field(route.parent()));
    Span from = sheet.span(around.keys().getOrDefault(field.key(), field));
    Span to = sheet.span(field);
    Span span = new Span(from.from(), Math.max(from.to(), to.to()));
    String old = text.text().substring(to.from(), to.to());
    String written = key + ": " + Scalars.written(value, old);
    Tree wanted =
        Alteration.add(route.parent(), key, new Tree.Leaf(value))
            .of(Alteration.remove(route).of(tree()));
    return checked(span.replaced(text.text(), written), wanted, field);
  }

  /** The text with one more key behind the others of a mapping. */
  public YamlEdit add(Route mapping, String key, Tree value) throws YamlException {
    Field field = field(mapping);
    Tree wanted = Alteration.add(mapping, key, value).of(tree());
    return checked(new Growth(text, mapping).withKey(key, value), wanted, field);
  }

  /** The text with one more item in a list, which stands in the place of one that moves on. */
  public YamlEdit insert(Route list, int index, Tree item) throws YamlException {
    Field field = field(list);
    Tree wanted = Alteration.insert(list, index, item).of(tree());
    return checked(new Growth(text, list).withItem(index, item), wanted, field);
  }

  /** The text without a key and its value, or without an item; comments above it stay. */
  public YamlEdit remove(Route route) throws YamlException {
    Field field = field(route);
    Tree wanted = Alteration.remove(route).of(tree());
    return checked(new Removal(text).without(route), wanted, field);
  }

  /** The text with an item in another place of its list; comments right above it go along. */
  public YamlEdit move(Route list, int from, int to) throws YamlException {
    Field field = field(list);
    Tree wanted = Alteration.move(list, from, to).of(tree());
    return checked(new Exchange(text, field).moved(from, to), wanted, field);
  }

  /** Whether a route leads to a value. */
  public boolean has(Route route) throws YamlException {
    return route.in(text.root()).isPresent();
  }

  /** What the text says. */
  public Tree tree() throws YamlException {
    return Tree.of(text.root());
  }

  private Field field(Route route) throws YamlException {
    return route
        .in(text.root())
        .orElseThrow(() -> new IllegalArgumentException("there is no " + route));
  }

  private YamlEdit checked(String changed, Tree wanted, Field at) throws YamlException {
    YamlEdit edit = new YamlEdit(YamlText.of(text.file(), text.what(), changed));
    if (!edit.says(wanted)) {
      throw at.says("the way this is written leaves no room for the change; make it by hand");
    }
    return edit;
  }

  private boolean says(Tree wanted) {
    try {
      return tree().equals(wanted);
    } catch (YamlException broken) {
      return false;
    }
  }
}
