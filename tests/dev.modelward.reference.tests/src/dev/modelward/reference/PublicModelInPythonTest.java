// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ai.onnxruntime.OrtSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The public model opens in ONNX Runtime for Python, which pip fetches, without code of ours. */
@ReferenceTest
class PublicModelInPythonTest {
  private static final String VERSION = "1.30.0";
  private static final int PIXELS = 28 * 28;
  private static final String SCRIPT =
      """
      import sys
      import numpy
      import onnxruntime
      session = onnxruntime.InferenceSession(sys.argv[1], providers=["CPUExecutionProvider"])
      image = (numpy.arange(784, dtype=numpy.float32) / 784).reshape(1, 1, 28, 28)
      for value in session.run(None, {session.get_inputs()[0].name: image})[0].ravel():
          print(repr(float(value)))
      """;

  private static float[] inPython(Path model, Path folder) throws Exception {
    Path home = folder.resolve("venv");
    Program.run("python3", "-m", "venv", home.toString());
    String python = home.resolve("bin").resolve("python").toString();
    Program.run(python, "-m", "pip", "install", "--quiet", "onnxruntime==" + VERSION);
    Path script = Files.writeString(folder.resolve("open.py"), SCRIPT);
    String[] lines = Program.run(python, script.toString(), model.toString()).strip().split("\\R");
    float[] values = new float[lines.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.parseFloat(lines[i]);
    }
    return values;
  }

  private static float[] inJava(Path model) throws Exception {
    float[] image = new float[PIXELS];
    for (int i = 0; i < image.length; i++) {
      image[i] = (float) i / PIXELS;
    }
    OnnxRuntime runtime = new OnnxRuntime();
    try (OrtSession.SessionOptions options = OnnxRuntime.plain();
        OrtSession session = runtime.open(model, options)) {
      return runtime.run(session, image);
    }
  }

  @Test
  void opensThereAndComputesTheSame() throws Exception {
    Path folder = Shared.scratch("python");
    try {
      for (String name : List.of("fashion-cnn.onnx", "fashion-cnn-ext.onnx")) {
        Path original = Shared.file("fashion-mnist/" + name);
        Path model = SealedFashion.of(original, folder).artifact().model();
        float[] expected = inJava(model);
        assertArrayEquals(expected, inPython(model, folder), 1e-3f, name);
        float[] plain = inJava(original);
        assertFalse(Arrays.equals(plain, expected), "decoys change what it computes");
      }
    } finally {
      Shared.delete(folder);
    }
  }
}
