// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.gates;

import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.blocks.Tiling;
import java.util.ArrayList;
import java.util.List;

/**
 * A hard-concrete gate for each block of a layer, with the constants that are usual. What is
 * learned is the logarithm of a gate's odds.
 *
 * @see <a href="https://arxiv.org/abs/1712.01312">Louizos, Welling, Kingma: Learning sparse neural
 *     networks through L0 regularization, ICLR 2018, section 2.2</a>
 */
public record Gate(LayerBlocks blocks, int index) {
  static final double LOW = -0.1;
  static final double HIGH = 1.1;
  static final double HEAT = 2.0 / 3;

  /** What is taken away from the logarithm of the odds before it tells the chance to be open. */
  static final double THRESHOLD = HEAT * StrictMath.log(-LOW / HIGH);

  /** The initializer that is learned. */
  public String odds() {
    return "modelward.gate/" + index;
  }

  /** The input that shakes the gates. */
  public String noise() {
    return odds() + "/noise";
  }

  /** The value that prices open gates. */
  public String penalty() {
    return odds() + "/penalty";
  }

  /** The weight behind the gates. */
  public String gated() {
    return odds() + "/weight";
  }

  /** The sizes of the odds: one number for each block, broadcast over {@link #weightPieces}. */
  public List<Long> dims() {
    return pieces(false);
  }

  /**
   * The sizes of the weight, a direction broken up where several blocks have several taps in it.
   */
  public List<Long> weightPieces() {
    return pieces(true);
  }

  private List<Long> pieces(boolean withTaps) {
    Tiling tiling = blocks.tiling();
    List<Long> pieces = new ArrayList<>();
    for (int i = 0; i < tiling.dims().size(); i++) {
      long blocksHere = tiling.grid().get(i);
      long taps = tiling.tile().get(i);
      if (blocksHere > 1 && taps > 1) {
        pieces.add(blocksHere);
      }
      pieces.add(taps == 1 ? blocksHere : withTaps ? taps : 1);
    }
    return pieces;
  }

  /** The chance that a gate of such odds is open. */
  public static double chance(double logarithm) {
    return 1 / (1 + StrictMath.exp(THRESHOLD - logarithm));
  }
}
