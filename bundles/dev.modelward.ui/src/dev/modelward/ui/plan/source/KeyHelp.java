// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.source;

import java.util.Optional;
import java.util.ResourceBundle;

/** One sentence on each key of a plan, by its way. */
record KeyHelp(ResourceBundle texts) {

  /** In the language of the screen. */
  static KeyHelp ours() {
    return new KeyHelp(ResourceBundle.getBundle("dev.modelward.ui.plan.source.keys"));
  }

  /** The sentence, if there is such a key. */
  Optional<String> of(String way) {
    return texts.containsKey(way) ? Optional.of(texts.getString(way)) : Optional.empty();
  }
}
