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

  /** The share of all weights that has decoys to wear. */
  double dressed(Choice sealed);

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

    @Override
    public double dressed(Choice sealed) {
      return sealed.share();
    }

    /** What may be left of sealed blocks, beginning with all of them. */
    Rest rest(Spot all) throws IOException {
      return new Rest(order, all, costume(all.sealed()), all.sealed().share());
    }
  }

  /** What is left of some blocks when the first ones, in the order of all, are open. */
  record Rest(Plotter.Order order, Spot all, Costume worn, double share) implements Cut {
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

    @Override
    public double dressed(Choice sealed) {
      return share;
    }

    /** This with fewer blocks to begin with. */
    Rest of(Choice fewer) {
      return new Rest(order, new Spot(all.room(), fewer), worn, share);
    }
  }

  /** A way around a block that is too large a step: it is opened before all others. */
  record Ahead(Cut straight, Choice block) implements Cut {
    @Override
    public long most() {
      return straight.most();
    }

    @Override
    public Choice sealed(long room) {
      return straight.sealed(room).without(block);
    }

    @Override
    public Costume costume(Choice sealed) throws IOException {
      return straight.costume(sealed);
    }

    @Override
    public double dressed(Choice sealed) {
      return straight.dressed(sealed);
    }
  }

  /** The other way around: the block stays sealed while those behind it are opened. */
  record Behind(Cut straight, Choice before, Spot after) implements Cut {
    @Override
    public long most() {
      return after.room();
    }

    @Override
    public Choice sealed(long room) {
      Choice left = straight.sealed(room);
      return room == 0 ? left : before.without(after.sealed().without(left));
    }

    @Override
    public Costume costume(Choice sealed) throws IOException {
      return straight.costume(sealed);
    }

    @Override
    public double dressed(Choice sealed) {
      return straight.dressed(sealed);
    }
  }

  private static Choice first(Plotter.Order order, long room) {
    double share = (double) room / order.map().weights();
    return order.ranking().choose(order.map(), Math.min(1, share));
  }
}
