// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.maps;

import java.util.List;

/** What there is beside a model. */
public sealed interface MapState {

  /** Nobody has looked yet. */
  record Looking() implements MapState {}

  /** There is no map. */
  record None(Subject subject) implements MapState {}

  /** There are maps, and one of them is read. */
  record Open(List<MapEntry> entries, OpenMap map) implements MapState {
    /** Keeps its own copy. */
    public Open {
      entries = List.copyOf(entries);
    }
  }

  /** The map cannot be read. */
  record Failed(String what) implements MapState {}
}
