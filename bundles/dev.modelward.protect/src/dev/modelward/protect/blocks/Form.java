// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.blocks;

import dev.modelward.onnx.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How the weight that a layer takes as an input falls into blocks. */
record Form(int input, BlockKind kind, Pattern pattern) {

  /** Which directions of a weight lie inside of a block. */
  enum Pattern {
    /** All but the first two, the first of which counts the outputs. */
    SLICE_BY_OUTPUT,
    /** All but the first two, the second of which counts the outputs. */
    SLICE_BY_INPUT,
    /** The one before the last. */
    COLUMN,
    /** The last. */
    ROW,
    /** All but the first. */
    ENTRY
  }

  /** The forms of the weights of a layer, each counted by the input that takes it. */
  static List<Form> of(Node node) {
    if (!node.domain().isEmpty()) {
      return List.of();
    }
    return switch (node.operator()) {
      case "Conv", "ConvInteger", "DeformConv" -> List.of(slice(1, Pattern.SLICE_BY_OUTPUT));
      case "QLinearConv" -> List.of(slice(3, Pattern.SLICE_BY_OUTPUT));
      case "ConvTranspose" -> List.of(slice(1, Pattern.SLICE_BY_INPUT));
      case "Gemm" ->
          List.of(
              neuron(1, node.integer("transB", 0) == 0 ? Pattern.COLUMN : Pattern.ROW),
              neuron(0, node.integer("transA", 0) == 0 ? Pattern.ROW : Pattern.COLUMN));
      case "MatMul", "MatMulInteger" -> List.of(neuron(1, Pattern.COLUMN), neuron(0, Pattern.ROW));
      case "QLinearMatMul" -> List.of(neuron(3, Pattern.COLUMN), neuron(0, Pattern.ROW));
      case "LSTM", "GRU", "RNN" -> List.of(gate(1), gate(2));
      case "Gather" ->
          node.integer("axis", 0) == 0
              ? List.of(new Form(0, BlockKind.EMBEDDING_ROW, Pattern.ENTRY))
              : List.of();
      default -> List.of();
    };
  }

  private static Form slice(int input, Pattern pattern) {
    return new Form(input, BlockKind.KERNEL_SLICE, pattern);
  }

  private static Form neuron(int input, Pattern pattern) {
    return new Form(input, BlockKind.NEURON, pattern);
  }

  private static Form gate(int input) {
    return new Form(input, BlockKind.GATE_ROW, Pattern.ROW);
  }

  /** Whether a weight of so many directions can have this form. */
  boolean fits(int rank) {
    return rank >= (pattern == Pattern.ENTRY || kind == BlockKind.NEURON ? 2 : 3);
  }

  /** Whether the outputs of heads can lie side by side: not for a weight on the left. */
  boolean mayHaveHeads() {
    return kind == BlockKind.NEURON && input > 0;
  }

  /** The direction that counts the outputs. */
  int outputs(int rank) {
    return switch (pattern) {
      case SLICE_BY_OUTPUT, ENTRY -> 0;
      case SLICE_BY_INPUT -> 1;
      case COLUMN -> rank - 1;
      case ROW -> rank - 2;
    };
  }

  /** The tile of a weight of some sizes, with so many outputs in each block. */
  List<Long> tile(List<Long> dims, long outputs) {
    int rank = dims.size();
    List<Long> tile = new ArrayList<>(Collections.nCopies(rank, 1L));
    switch (pattern) {
      case SLICE_BY_OUTPUT, SLICE_BY_INPUT -> inside(tile, dims, 2, rank);
      case ENTRY -> inside(tile, dims, 1, rank);
      case COLUMN -> inside(tile, dims, rank - 2, rank - 1);
      case ROW -> inside(tile, dims, rank - 1, rank);
    }
    tile.set(outputs(rank), outputs);
    return tile;
  }

  private static void inside(List<Long> tile, List<Long> dims, int from, int to) {
    for (int i = from; i < to; i++) {
      tile.set(i, dims.get(i));
    }
  }
}
