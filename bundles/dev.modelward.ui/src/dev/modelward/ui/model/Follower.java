// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.model;

import java.util.List;

/** A screen that shows the selection of the others. */
@FunctionalInterface
public interface Follower {
  /** Shows what was selected elsewhere. */
  void follow(List<Element> elements);
}
