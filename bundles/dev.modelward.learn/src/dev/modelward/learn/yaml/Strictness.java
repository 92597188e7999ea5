// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** What of YAML our texts have no use for, and how deep they may nest. */
record Strictness(YamlText text) {
  private static final int DEEPEST = 64;

  /** Looks at one event after the other, which takes no stack however deep a text nests. */
  void check() throws YamlException {
    int depth = 0;
    for (Event event : new Parse(text.settings()).parseString(text.text())) {
      depth += event instanceof CollectionStartEvent ? 1 : 0;
      depth -= event instanceof CollectionEndEvent ? 1 : 0;
      if (depth > DEEPEST) {
        throw at(event, "a " + text.what() + " nests at most " + DEEPEST + " deep");
      }
      if (event instanceof AliasEvent || event instanceof NodeEvent node && isMarked(node)) {
        throw at(
            event,
            "anchors, aliases and tags are of no use here; write the value where it belongs");
      }
    }
  }

  private static boolean isMarked(NodeEvent event) {
    Optional<String> tag =
        switch (event) {
          case ScalarEvent scalar -> scalar.getTag();
          case CollectionStartEvent collection -> collection.getTag();
          default -> Optional.empty();
        };
    return event.getAnchor().isPresent() || tag.isPresent();
  }

  private YamlException at(Event event, String problem) {
    return text.says(event.getStartMark(), problem);
  }
}
