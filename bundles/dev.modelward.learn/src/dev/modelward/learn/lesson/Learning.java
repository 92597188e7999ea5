// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.lesson;

import java.util.Set;
import java.util.TreeSet;

/** Which initializers of a model learn; all others stay as they are. */
public sealed interface Learning {

  /** The weights of the model's layers, without some of them. */
  record AllBut(Set<String> frozen) implements Learning {
    /** Keeps its own copy. */
    public AllBut {
      frozen = Set.copyOf(frozen);
    }

    /** The names in their order. */
    @Override
    public String toString() {
      return new TreeSet<>(frozen).toString();
    }
  }

  /** Those that are named, whatever reads them. */
  record Only(Set<String> names) implements Learning {
    /** Keeps its own copy. */
    public Only {
      names = Set.copyOf(names);
    }

    /** The names in their order, told apart from those that do not learn. */
    @Override
    public String toString() {
      return "only " + new TreeSet<>(names);
    }
  }
}
