// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.editor;

import dev.modelward.ui.model.ModelContent;
import dev.modelward.workspace.Complaint;
import java.util.Optional;

/** How far the reading of a model has come. */
sealed interface Reading {

  /** Not there yet. */
  record Pending() implements Reading {}

  /** The model is there. */
  record Done(ModelContent model) implements Reading {}

  /** The model cannot be read. */
  record Failed(Complaint complaint) implements Reading {}

  /** The model, if it is there. */
  default Optional<ModelContent> content() {
    return this instanceof Done done ? Optional.of(done.model()) : Optional.empty();
  }
}
