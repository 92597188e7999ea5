// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.variants;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What is written over the numbers of some of a model's weights. */
public record Variant(List<Change> changes) {

  /** Keeps its own copy. */
  public Variant {
    changes = List.copyOf(changes);
  }

  /** The writing over one weight, whose numbers it is given as they are in the model. */
  public record Change(String weight, Consumer<ByteBuffer> writing) {}

  /** The model as it is. */
  public static Variant none() {
    return new Variant(List.of());
  }

  /** This with a writing over the little-endian numbers of one more weight. */
  public Variant with(String weight, Consumer<ByteBuffer> writing) {
    List<Change> more = new ArrayList<>(changes);
    more.add(new Change(weight, writing));
    return new Variant(more);
  }
}
