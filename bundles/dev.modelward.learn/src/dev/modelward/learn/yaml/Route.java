// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The way from a text to a value in it, as in {@code tiers[1].name}. */
public record Route(List<Step> steps) {
  private static final String STEP = "([a-z][a-z-]*)|\\[(\\d{1,6})]";
  private static final Pattern ONE = Pattern.compile(STEP);
  private static final Pattern ALL =
      Pattern.compile("(%1$s)((\\.|(?=\\[))(%1$s))*".formatted(STEP));

  /** From a value to one in it. */
  public sealed interface Step {}

  /** To the value of a key. */
  public record Key(String name) implements Step {}

  /** To an item of a list, counted from 0. */
  public record Item(int index) implements Step {}

  /** Keeps its own copy. */
  public Route {
    steps = List.copyOf(steps);
  }

  /** The way as people write it. */
  public static Route of(String text) {
    if (!ALL.matcher(text).matches()) {
      throw new IllegalArgumentException("expected a way such as tiers[1].name, found " + text);
    }
    List<Step> steps = new ArrayList<>();
    Matcher step = ONE.matcher(text);
    while (step.find()) {
      steps.add(
          Optional.ofNullable(step.group(1))
              .<Step>map(Key::new)
              .orElseGet(() -> new Item(Integer.parseInt(step.group(2)))));
    }
    return new Route(steps);
  }

  /** The whole text. */
  public static Route whole() {
    return new Route(List.of());
  }

  /** This and on to the value of a key. */
  public Route key(String name) {
    return with(new Key(name));
  }

  /** This and on to an item of a list. */
  public Route item(int index) {
    return with(new Item(index));
  }

  private Route with(Step step) {
    List<Step> more = new ArrayList<>(steps);
    more.add(step);
    return new Route(more);
  }

  /** The way without its last step. */
  public Route parent() {
    return new Route(steps.subList(0, steps.size() - 1));
  }

  /** Where the way leads in a text, if it does. */
  public Optional<Field> in(Field root) {
    Optional<Field> field = Optional.of(root);
    for (Step step : steps) {
      field = field.flatMap(from -> from.step(step));
    }
    return field;
  }

  /** The last value on the way that is there. */
  public Field nearest(Field root) {
    Field field = root;
    for (Step step : steps) {
      Optional<Field> next = field.step(step);
      if (next.isEmpty()) {
        return field;
      }
      field = next.get();
    }
    return field;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Step step : steps) {
      switch (step) {
        case Key key -> text.append(text.isEmpty() ? "" : ".").append(key.name());
        case Item item -> text.append('[').append(item.index()).append(']');
      }
    }
    return text.toString();
  }
}
