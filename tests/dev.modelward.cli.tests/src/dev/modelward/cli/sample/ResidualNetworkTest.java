// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.modelward.onnx.OnnxModel;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResidualNetworkTest {
  private static final int PICTURES = 2;
  private static final int NUMBERS = 3 * 32 * 32;

  @ParameterizedTest
  @ValueSource(ints = {4, 6, 8, 14, 20, 56})
  void runsInOnnxRuntime(int depth) throws OrtException {
    float[][] logits = run(ResidualNetwork.ofDepth(depth));
    assertEquals(PICTURES, logits.length);
    for (float[] picture : logits) {
      assertEquals(10, picture.length);
      for (float logit : picture) {
        assertTrue(Float.isFinite(logit), depth + ": " + logit);
      }
    }
  }

  @Test
  void tellsPicturesApart() throws OrtException {
    float[][] logits = run(ResidualNetwork.ofDepth(ResidualNetwork.USUAL_DEPTH));
    assertTrue(Math.abs(logits[0][0] - logits[1][0]) > 1e-4f);
  }

  @Test
  void isTheSameOnEveryMachine() {
    CRC32 sum = new CRC32();
    sum.update(message(ResidualNetwork.USUAL_DEPTH));
    assertEquals(3_997_344_455L, sum.getValue());
    assertArrayEquals(message(8), message(8));
  }

  private static byte[] message(int depth) {
    return ResidualNetwork.ofDepth(depth).message().toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {-4, 0, 2, 7})
  void refusesADepthThatItCannotHave(int depth) {
    assertThrows(IllegalArgumentException.class, () -> ResidualNetwork.ofDepth(depth));
  }

  private static float[][] run(OnnxModel model) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    Random random = new Random(7);
    FloatBuffer pictures = FloatBuffer.allocate(PICTURES * NUMBERS);
    while (pictures.hasRemaining()) {
      pictures.put(random.nextFloat());
    }
    long[] shape = {PICTURES, 3, 32, 32};
    try (OrtSession session = environment.createSession(model.message().toArray());
        OnnxTensor image = OnnxTensor.createTensor(environment, pictures.flip(), shape);
        OrtSession.Result result = session.run(Map.of("image", image))) {
      return (float[][]) result.get(0).getValue();
    }
  }
}
