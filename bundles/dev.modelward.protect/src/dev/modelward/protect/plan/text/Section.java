// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.plan.text;

import dev.modelward.learn.yaml.Field;
import dev.modelward.learn.yaml.Fields;
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
}
