// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ai.onnxruntime.OrtSession;
import dev.modelward.learn.progress.Progress;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.protect.blocks.Blocks;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.decoy.Decoy;
import dev.modelward.protect.provenance.AttestingKey;
import dev.modelward.protect.seal.Blueprint;
import dev.modelward.protect.seal.SealedLayer;
import dev.modelward.protect.seal.Sealer;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.TierKey;
import dev.modelward.runtime.artifact.TierView;
import dev.modelward.runtime.artifact.Workers;
import dev.modelward.testkit.sealed.InsecureVendor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
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

  private static Artifact sealed(Path file, Path folder) throws Exception {
    OnnxModel model = Blocks.inInitializers(OnnxModel.open(file));
    List<SealedLayer> layers = new ArrayList<>();
    for (LayerBlocks blocks : Blocks.of(model).layers()) {
      long[] every = LongStream.range(0, blocks.count()).filter(block -> block % 3 == 0).toArray();
      layers.add(new SealedLayer(blocks, List.of(every)));
    }
    List<TierView> tiers =
        List.of(new TierView("public", List.of(), 0), new TierView("full", List.of(), 0));
    Blueprint blueprint = new Blueprint(model, layers, Decoy.usual(), tiers, Map.of());
    try (TierKey key = TierKey.random("00112233445566778899aabbccddeeff", 1)) {
      return new Sealer(new InsecureVendor(1), AttestingKey.generate(), new Workers(2))
          .seal(blueprint, key, folder.resolve("fashion.protected"), Progress.NONE);
    }
  }

  private static String say(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }

  private static float[] inPython(Path model, Path folder) throws Exception {
    Path home = folder.resolve("venv");
    say("python3", "-m", "venv", home.toString());
    String python = home.resolve("bin").resolve("python").toString();
    say(python, "-m", "pip", "install", "--quiet", "onnxruntime==" + VERSION);
    Path script = Files.writeString(folder.resolve("open.py"), SCRIPT);
    String[] lines = say(python, script.toString(), model.toString()).strip().split("\\R");
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
        Path model = sealed(original, folder).model();
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
