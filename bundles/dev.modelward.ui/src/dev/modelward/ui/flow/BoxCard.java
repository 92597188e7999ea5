// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.flow;

import dev.modelward.ui.diagram.Box;
import dev.modelward.ui.diagram.Mark;
import dev.modelward.ui.model.Element;
import dev.modelward.ui.model.Figures;
import dev.modelward.ui.model.ModelContent;
import dev.modelward.ui.properties.ElementFacts;
import dev.modelward.ui.properties.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;

/** What the card says that appears over a box. */
record BoxCard(ModelContent content) {
  private static final int LONGEST = 90;

  List<String> lines(Box box, Optional<Element> element) {
    List<String> lines = new ArrayList<>(List.of(box.title()));
    if (box.mark() instanceof Mark.Folded folded) {
      lines.add(NLS.bind(Messages.folded, Figures.exact(folded.boxes())));
    } else if (element.isPresent()) {
      new ElementFacts(content)
          .of(element.get()).all().stream()
              .filter(fact -> !fact.value().equals(box.title()))
              .map(BoxCard::line)
              .forEach(lines::add);
    } else {
      lines.addAll(box.lines());
    }
    return lines;
  }

  private static String line(Facts.Fact fact) {
    boolean numbered = fact.name().chars().allMatch(Character::isDigit);
    String name = numbered ? fact.heading() + " " + fact.name() : fact.name();
    String line = name + "  " + fact.value();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "\u2026";
  }
}
