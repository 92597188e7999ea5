// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan.text;

import dev.modelward.learn.yaml.Field;
import dev.modelward.learn.yaml.Fields;
import dev.modelward.learn.yaml.Route;
import dev.modelward.learn.yaml.YamlException;
import java.util.List;
import java.util.Optional;

/** The parts of a plan's text, each with the keys that it may have. */
enum Section {
  /** The whole text. */
  PLAN(
      "model",
      "data",
      "importance",
      "criterion",
      "ranking",
      "layers",
      "decoys",
      "seeds",
      "tiers",
      "recipients",
      "limits"),
  /** The cards. */
  DATA("calibrate", "measure"),
  /** How the importance map is made. */
  CRITERION("name", "samples", "seed", "loss"),
  /** Which blocks come first. */
  RANKING("over", "cap"),
  /** Which layers are looked at. */
  LAYERS("kinds", "include", "exclude"),
  /** One of the tiers. */
  TIER("name", "quality", "share"),
  /** One of the recipients. */
  RECIPIENT("name", "key", "tier", "from", "until"),
  /** One of the limits. */
  LIMIT("view", "quality");

  /** Sections of the whole text that have a name already, but no meaning yet. */
  static final List<String> LATER = List.of("lock", "oblivious", "mix");

  private final List<String> keys;

  Section(String... keys) {
    this.keys = List.of(keys);
  }

  List<String> keys() {
    return keys;
  }

  /** The keys and values of this part, of which all are known. */
  Fields of(Field field) throws YamlException {
    Fields fields = Fields.of(field);
    fields.checkKnown(keys);
    return fields;
  }

  /** This part where it is behind a key of another, if something is in it. */
  Optional<Fields> in(Fields whole, String key) throws YamlException {
    Optional<Field> field = whole.find(key).filter(found -> !found.isEmpty());
    return field.isPresent() ? Optional.of(of(field.get())) : Optional.empty();
  }

  /** The part that stands behind a key of the whole text, as a list or once. */
  static Optional<Section> behind(String key) {
    return switch (key) {
      case "data" -> Optional.of(DATA);
      case "criterion" -> Optional.of(CRITERION);
      case "ranking" -> Optional.of(RANKING);
      case "layers" -> Optional.of(LAYERS);
      case "tiers" -> Optional.of(TIER);
      case "recipients" -> Optional.of(RECIPIENT);
      case "limits" -> Optional.of(LIMIT);
      default -> Optional.empty();
    };
  }

  boolean isList() {
    return this == TIER || this == RECIPIENT || this == LIMIT;
  }

  /** Whether a way leads to a scalar that a plan may have. */
  static boolean knows(Route route) {
    List<Route.Step> steps = route.steps();
    if (!(steps.getFirst() instanceof Route.Key first) || !PLAN.keys.contains(first.name())) {
      return false;
    }
    Optional<Section> section = behind(first.name());
    return section.isEmpty() ? steps.size() == 1 : section.get().leads(steps);
  }

  private boolean leads(List<Route.Step> steps) {
    int last = isList() ? 2 : 1;
    boolean hasItem = !isList() || steps.size() > 1 && steps.get(1) instanceof Route.Item;
    return hasItem
        && steps.size() == last + 1
        && this != LAYERS
        && steps.get(last) instanceof Route.Key key
        && keys.contains(key.name());
  }
}
