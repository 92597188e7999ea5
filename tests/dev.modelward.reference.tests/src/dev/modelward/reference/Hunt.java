// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.decoy.Concealment;
import dev.modelward.protect.decoy.Decoy;
import dev.modelward.protect.decoy.Disguise;
import dev.modelward.testkit.detector.ChannelDetector;
import dev.modelward.testkit.detector.Detector;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/** The search for decoys in a layer of which some blocks are sealed. */
record Hunt(LayerBlocks layer, BitSet sealed) {

  /** What a detector goes by. */
  enum Clue {
    /** The likelihood ratio of taps apart to taps together. */
    RATIO,
    /** The same with heavy tails. */
    HEAVY_RATIO,
    /** Mahalanobis's distance. */
    DISTANCE,
    /** The size among the blocks of the same output, and of the same input. */
    SIZE_IN_CHANNEL
  }

  /** The search for decoys in some blocks of a layer. */
  static Hunt of(LayerBlocks layer, long... chosen) {
    BitSet sealed = new BitSet();
    LongStream.of(chosen).forEach(block -> sealed.set(Math.toIntExact(block)));
    return new Hunt(layer, sealed);
  }

  int count() {
    return (int) layer.count();
  }

  /** Whether there is something to find, and something to find it among. */
  boolean isSearch() {
    return !sealed.isEmpty() && sealed.cardinality() < layer.count();
  }

  /** What is to be seen of the layer's blocks with the decoys of a seed. */
  List<float[]> seen(Concealment concealment, long seed) throws IOException {
    Tensor weight = layer.weight().tensor();
    ByteBuffer numbers = ByteBuffer.wrap(weight.raw().toArray()).order(ByteOrder.LITTLE_ENDIAN);
    Disguise.of(concealment, 0, seed).write(numbers, sealed.stream().asLongStream());
    return rows(weight.withRaw(Bytes.wrap(numbers)));
  }

  Concealment concealment(Decoy kind) throws IOException {
    return Concealment.of(kind, layer, block -> sealed.get((int) block));
  }

  private List<float[]> rows(Tensor weight) throws IOException {
    List<float[]> rows = new ArrayList<>();
    for (long block = 0; block < layer.count(); block++) {
      long[] elements = layer.tiling().elements(block);
      float[] row = new float[elements.length];
      for (int tap = 0; tap < row.length; tap++) {
        row[tap] = (float) weight.numbers().at(elements[tap]);
      }
      rows.add(row);
    }
    return rows;
  }

  /** How much taps of the layer as it is know of each other. */
  double correlation() throws IOException {
    return new Detector(rows(layer.weight().tensor())).correlation();
  }

  /** The marks of all blocks that are seen. */
  double[] marks(Clue clue, List<float[]> seen) {
    if (clue == Clue.SIZE_IN_CHANNEL) {
      List<Long> grid = layer.tiling().grid();
      // where outputs do not come first, blocks only differ in their outputs here
      int columns = layer.axis() == 0 ? count() / Math.toIntExact(grid.getFirst()) : 1;
      return new ChannelDetector(seen, columns).marks();
    }
    Detector detector = new Detector(seen);
    ToDoubleFunction<float[]> mark =
        switch (clue) {
          case RATIO -> detector::ratio;
          case HEAVY_RATIO -> detector::heavyRatio;
          case DISTANCE, SIZE_IN_CHANNEL -> detector::distance;
        };
    return seen.stream().mapToDouble(mark).toArray();
  }
}
