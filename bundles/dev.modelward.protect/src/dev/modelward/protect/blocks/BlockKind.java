// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.blocks;

import java.util.Locale;

/** What a block is to its layer. */
public enum BlockKind {
  /** The numbers by which a convolution weighs one input channel for one output channel. */
  KERNEL_SLICE,
  /** The numbers by which one output of a matrix product weighs its inputs. */
  NEURON,
  /** The neurons of one attention head. */
  HEAD,
  /** The numbers that stand for one word. */
  EMBEDDING_ROW,
  /** The numbers by which one gate of one cell weighs its inputs. */
  GATE_ROW;

  /** The name as people write it, as in {@code kernel-slice}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
