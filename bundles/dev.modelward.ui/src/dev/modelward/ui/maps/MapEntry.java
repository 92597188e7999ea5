// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.maps;

import dev.modelward.protect.importance.CriterionText;
import dev.modelward.protect.importance.Provenance;
import java.nio.file.Path;
import java.time.Instant;

/** An importance map beside a model, and whether it is of the model as it is now. */
public record MapEntry(Path file, Provenance provenance, Instant written, Fit fit) {

  /** Of which model a map is. */
  public enum Fit {
    /** Of the model as it is now. */
    CURRENT,
    /** Of another one, or of the model as it was. */
    OUTDATED
  }

  /** The name of the file. */
  public String name() {
    return String.valueOf(file.getFileName());
  }

  /** The criterion in one word. */
  public String criterion() {
    return CriterionText.of(provenance.criterion()).split(" ")[0];
  }

  /** Whether it is of the model as it is now. */
  public boolean isCurrent() {
    return fit == Fit.CURRENT;
  }
}
