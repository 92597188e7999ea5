// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.planner;

import dev.modelward.protect.curve.Costume;
import dev.modelward.protect.curve.Masquerade;
import dev.modelward.protect.curve.Plotter;
import dev.modelward.protect.importance.Choice;
import java.io.IOException;

/** Ways to seal more and more blocks as there is more room for them. */
sealed interface Cut {

  /** The room for all. */
  long most();

  /** The blocks that are sealed for so much room, which holds those for less. */
  Choice sealed(long room);

  /** The decoys that the sealed blocks wear. */
  Costume costume(Choice sealed) throws IOException;

  /** The least spot with at least so many weights, or the last one. */
  default Spot atLeast(long weights) {
    long low = 0;
    long high = most();
    while (low < high) {
      long middle = low + (high - low) / 2;
      if (sealed(middle).weights() >= weights) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return new Spot(low, sealed(low));
  }

  /** The first blocks of all, which nobody sees without a grant. */
  record Depth(Plotter.Order order, Masquerade masquerade) implements Cut {
    @Override
    public long most() {
      return order.map().weights();
    }

    @Override
    public Choice sealed(long room) {
      return first(order, room);
    }

    @Override
    public Costume costume(Choice sealed) throws IOException {
      return masquerade.costume(sealed);
    }
  }

  /** What is left of the sealed blocks when the first of them are open. */
  record Rest(Plotter.Order order, Spot all, Costume worn) implements Cut {
    @Override
    public long most() {
      return all.room();
    }

    @Override
    public Choice sealed(long room) {
      return all.sealed().without(first(order, all.room() - room));
    }

    @Override
    public Costume costume(Choice sealed) {
      return worn;
    }
  }

  private static Choice first(Plotter.Order order, long room) {
    double share = (double) room / order.map().weights();
    return order.ranking().choose(order.map(), Math.min(1, share));
  }
}
