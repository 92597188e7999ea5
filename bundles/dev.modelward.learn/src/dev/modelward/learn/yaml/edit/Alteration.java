// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.yaml.edit;

import dev.modelward.learn.yaml.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A change of what a text says, apart from how it is written. */
record Alteration(Route route, UnaryOperator<Tree> change) {

  static Alteration replace(Route route, Tree value) {
    return new Alteration(route, old -> value);
  }

  static Alteration add(Route mapping, String key, Tree value) {
    return new Alteration(
        mapping,
        old -> {
          Map<String, Tree> values = keys(old);
          values.put(key, value);
          return Tree.ofKeys(values);
        });
  }

  static Alteration insert(Route list, int index, Tree item) {
    return new Alteration(
        list,
        old -> {
          List<Tree> items = items(old);
          items.add(index, item);
          return Tree.ofItems(items);
        });
  }

  static Alteration remove(Route route) {
    return new Alteration(
        route.parent(),
        old ->
            switch (route.steps().getLast()) {
              case Route.Key key -> {
                Map<String, Tree> values = keys(old);
                values.remove(key.name());
                yield Tree.ofKeys(values);
              }
              case Route.Item item -> {
                List<Tree> items = items(old);
                items.remove(item.index());
                yield Tree.ofItems(items);
              }
            });
  }

  static Alteration move(Route list, int from, int to) {
    return new Alteration(
        list,
        old -> {
          List<Tree> items = items(old);
          items.add(to, items.remove(from));
          return Tree.ofItems(items);
        });
  }

  Tree of(Tree whole) {
    return along(whole, 0);
  }

  private Tree along(Tree tree, int depth) {
    if (depth == route.steps().size()) {
      return change.apply(tree);
    }
    return switch (route.steps().get(depth)) {
      case Route.Key key -> {
        Map<String, Tree> values = keys(tree);
        values.computeIfPresent(key.name(), (name, value) -> along(value, depth + 1));
        yield Tree.ofKeys(values);
      }
      case Route.Item item -> {
        List<Tree> items = items(tree);
        items.set(item.index(), along(items.get(item.index()), depth + 1));
        yield Tree.ofItems(items);
      }
    };
  }

  private static Map<String, Tree> keys(Tree tree) {
    return tree instanceof Tree.Keys keys
        ? new LinkedHashMap<>(keys.values())
        : new LinkedHashMap<>();
  }

  private static List<Tree> items(Tree tree) {
    return tree instanceof Tree.Items items ? new ArrayList<>(items.values()) : new ArrayList<>();
  }
}
