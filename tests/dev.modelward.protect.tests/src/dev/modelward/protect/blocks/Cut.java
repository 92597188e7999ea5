// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.blocks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.testkit.Draft;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** What a test says of the blocks of a model, in a line for each weight. */
final class Cut {
  private Cut() {}

  /** As in {@code w: neuron [4, 8] / [4, 1] @1 as w}. */
  static List<String> lines(OnnxModel model) throws IOException {
    return Blocks.of(model).layers().stream().map(Cut::line).toList();
  }

  private static String line(LayerBlocks blocks) {
    return "%s: %s %s / %s @%d as %s"
        .formatted(
            blocks.name(),
            blocks.kind(),
            blocks.tiling().dims(),
            blocks.tiling().tile(),
            blocks.axis(),
            blocks.value());
  }

  static void expect(Draft draft, String... lines) throws IOException {
    assertEquals(List.of(lines), lines(draft.model()));
  }

  /** The blocks of the only weight that has any. */
  static LayerBlocks only(Draft draft) throws IOException {
    List<LayerBlocks> layers = Blocks.of(draft.model()).layers();
    assertEquals(1, layers.size());
    return layers.getFirst();
  }

  /** Small numbers in so few bits that bytes hold them as they are. */
  static Tensor bytes(String name, ElementType type, List<Long> dims, int... values) {
    byte[] raw = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      raw[i] = (byte) values[i];
    }
    return Tensor.of(name, type, dims, Bytes.of(raw));
  }

  /** The numbers from 0 on, as bytes. */
  static Tensor counted(String name, long... dims) {
    List<Long> sizes = Arrays.stream(dims).boxed().toList();
    int[] values = new int[Math.toIntExact(Arrays.stream(dims).reduce(1, Math::multiplyExact))];
    Arrays.setAll(values, i -> i);
    return bytes(name, ElementType.INT8, sizes, values);
  }

  /** All numbers that a layer computes with, in the order in which they are stored. */
  static float[] values(LayerBlocks blocks) throws IOException {
    Values values = Values.of(blocks);
    float[] all = new float[Math.toIntExact(blocks.weights())];
    for (int i = 0; i < all.length; i++) {
      all[i] = values.at(i);
    }
    return all;
  }
}
