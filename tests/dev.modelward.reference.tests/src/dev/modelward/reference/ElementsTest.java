// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.modelward.onnx.Attribute;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.testkit.Dice;
import dev.modelward.testkit.Draft;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random bits of every element type, as numbers beside those that ONNX Runtime makes of them. */
@ReferenceTest
@Tag("fast")
class ElementsTest {
  private static final int COUNT = 4096;

  private final OnnxRuntime runtime = new OnnxRuntime();

  static Stream<ElementType> types() {
    return Arrays.stream(ElementType.values())
        .filter(ElementType::isNumber)
        .filter(type -> type != ElementType.BOOL);
  }

  @ParameterizedTest
  @MethodSource("types")
  void areTheNumbersThatOnnxRuntimeReads(ElementType type, Report report) throws IOException {
    Tensor tensor = new Dice(type.code()).bits("t", type, COUNT);
    float[] expected = new float[(int) tensor.elements()];
    tensor.numbers().copyTo(expected, 0);
    try {
      assertArrayEquals(cast(tensor), expected, type.toString());
      report.add(
          "Element types", type.toString(), expected.length + " numbers equal", "bit for bit");
    } catch (OrtException e) {
      report.add("Element types", type.toString(), "ONNX Runtime cannot cast it", "-");
      assertTrue(type.bits() < 8 || type == ElementType.FLOAT8E8M0, e.getMessage());
    }
  }

  private float[] cast(Tensor tensor) throws OrtException {
    OnnxModel model =
        new Draft("cast")
            .input("x", 1)
            .tensor(tensor)
            .node("Cast t -> f", Attribute.of("to", ElementType.FLOAT32.code()))
            .node("Identity f -> y")
            .output("y", tensor.elements())
            .model();
    try (OrtSession.SessionOptions options = OnnxRuntime.plain();
        OrtSession session = runtime.open(model.message().toArray(), options);
        OnnxTensor input = runtime.tensor(new float[1], 1);
        OrtSession.Result result = session.run(Map.of("x", input))) {
      FloatBuffer output = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] values = new float[output.remaining()];
      output.get(values);
      return values;
    }
  }
}
