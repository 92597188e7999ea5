// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.decoy;

import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.protect.blocks.Blocks;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.testkit.Draft;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How far decoys are from a number is known without drawing any. */
class MomentsTest {
  private static final int DRAWS = 20_000;

  private static void expectDisplacement(LayerBlocks layer) throws IOException {
    Decoys known = Decoys.of(Decoy.usual(), layer, block -> false);
    Crowd decoys = Crowd.decoys(layer, DRAWS);
    int taps = layer.tiling().taps();
    for (int tap = 0; tap < taps; tap += Math.max(1, taps / 9)) {
      for (float value : new float[] {0, .3f, -1}) {
        int at = tap;
        double[] squares =
            decoys.rows().stream().mapToDouble(row -> Math.pow(row[at] - value, 2)).toArray();
        Sample.of(squares).expect(known.displacement(0, tap, value));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 20, 36, 400})
  void isTheMeanOverManyDecoysForAnyNumberOfBlocks(int blocks) throws IOException {
    expectDisplacement(Crowd.heavyTailed(blocks, 9, 11).layer());
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "7, 1", "8, 1", "500, 1", "40, 100", "300, 70"})
  void isTheMeanOverManyDecoysForAnyNumberOfTaps(int blocks, int taps) throws IOException {
    expectDisplacement(Crowd.heavyTailed(blocks, taps, 12).layer());
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 20, 100})
  void isTheMeanOverManyDecoysWhereTapsNeverChange(int blocks) throws IOException {
    Crowd crowd = Crowd.heavyTailed(blocks, 9, 13);
    for (float[] row : crowd.rows()) {
      row[1] = row[5] = row[6] = .4f;
    }
    expectDisplacement(crowd.layer());
  }

  @Test
  void isTheMeanOverManyDecoysForBlocksThatLieAcross() throws IOException {
    float[] numbers = new float[40 * 6];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) Math.sin(i * i) + i % 7;
    }
    Draft draft =
        new Draft("across")
            .input("x", 1, 6)
            .tensor(Tensor.ofFloats("w", List.of(6L, 40L), numbers))
            .node("MatMul x w -> y")
            .output("y", 1);
    expectDisplacement(Blocks.of(draft.model()).layers().getFirst());
  }
}
