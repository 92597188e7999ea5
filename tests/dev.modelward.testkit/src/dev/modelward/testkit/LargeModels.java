// SPDX-License-Identifier: EPL-2.0
package dev.modelward.testkit;

import dev.modelward.onnx.Attribute;
import dev.modelward.onnx.tensor.ExternalDataFile;
import dev.modelward.onnx.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Models of hundreds of megabytes and more, written to disk without ever being in memory. */
public final class LargeModels {
  private static final List<Integer> VGG19 =
      List.of(
          64, 64, 0, 128, 128, 0, 256, 256, 256, 256, 0, 512, 512, 512, 512, 0, 512, 512, 512, 512,
          0);
  private static final int[] CLASSIFIER = {25088, 4096, 4096, 1000};
  private static final int[] EXTERNAL = {12_500, 10_000};

  private LargeModels() {}

  /** Writes a model of the shape of VGG19: 143,667,240 random weights, 575 MB in one file. */
  public static void vgg19Shape(Path file) throws IOException {
    Draft draft = new Draft("vgg19").input("v0", 1, 3, 224, 224);
    Dice dice = new Dice(19);
    int value = 0;
    int channels = 3;
    for (int width : VGG19) {
      if (width == 0) {
        pool(draft, value);
        value++;
      } else {
        convolution(draft, dice, value, channels, width);
        value += 2;
        channels = width;
      }
    }
    draft.node("Flatten v%d -> f0".formatted(value));
    classifier(draft, dice);
    draft.output("f3", 1, 1000).model().write(file);
  }

  private static void pool(Draft draft, int value) {
    draft.node(
        "MaxPool v%d -> v%d".formatted(value, value + 1),
        Attribute.ofInts("kernel_shape", List.of(2L, 2L)),
        Attribute.ofInts("strides", List.of(2L, 2L)));
  }

  private static void convolution(Draft draft, Dice dice, int value, int... channels) {
    int in = channels[0];
    int out = channels[1];
    String name = "conv" + value;
    draft
        .tensor(dice.repeating(name + ".w", bound(in * 9), out, in, 3, 3))
        .tensor(dice.floats(name + ".b", 0.1f, out))
        .node(
            "Conv v%d %s.w %s.b -> v%d".formatted(value, name, name, value + 1),
            Attribute.ofInts("kernel_shape", List.of(3L, 3L)),
            Attribute.ofInts("pads", List.of(1L, 1L, 1L, 1L)))
        .node("Relu v%d -> v%d".formatted(value + 1, value + 2));
  }

  private static void classifier(Draft draft, Dice dice) {
    for (int i = 0; i + 1 < CLASSIFIER.length; i++) {
      String name = "fc" + i;
      int in = CLASSIFIER[i];
      int out = CLASSIFIER[i + 1];
      draft
          .tensor(dice.repeating(name + ".w", bound(in), out, in))
          .tensor(dice.floats(name + ".b", 0.1f, out))
          .node(
              "Gemm f%d %s.w %s.b -> f%d".formatted(i, name, name, i + 1),
              Attribute.of("transB", 1));
    }
  }

  /** Uniform weights within this bound keep the size of what flows through, as He et al. do. */
  private static float bound(int fanIn) {
    return (float) Math.sqrt(6.0 / fanIn);
  }

  /**
   * Writes {@code big.onnx} into a folder, whose five layers of 500 MB each keep their weights in
   * {@code big.data}: 2.5 GB together.
   */
  public static Path bigExternal(Path folder) throws IOException {
    List<Tensor> weights = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      long in = EXTERNAL[i % 2];
      long out = EXTERNAL[(i + 1) % 2];
      weights.add(new Dice(i).repeating("w" + i, bound((int) in), in, out));
    }
    List<Tensor> placed = new ExternalDataFile(folder, "big.data").write(weights);
    Draft draft = new Draft("big").input("v0", 1, EXTERNAL[0]);
    for (int i = 0; i < placed.size(); i++) {
      draft.tensor(placed.get(i)).node("MatMul v%d w%d -> v%d".formatted(i, i, i + 1));
    }
    Path file = folder.resolve("big.onnx");
    draft.output("v5", 1, EXTERNAL[1]).model().write(file);
    return file;
  }
}
