// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.tensor.Storage;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.testkit.Models;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {
  private static final SessionSettings FIXED = SessionSettings.cpu(1);

  @TempDir Path folder = Path.of("");

  private static float[] run(Session session) throws Exception {
    try (NativeTensor x = NativeTensor.of(List.of(1L, 4L), 1, -2, 3, 0.5f)) {
      Answer answer = session.answer(Map.of("x", x), "y");
      assertEquals(List.of(1L, 3L), answer.dims());
      float[] values = new float[3];
      answer.values().get(values);
      return values;
    }
  }

  private static float[] run(OnnxModel model) throws Exception {
    try (Session session = Session.open(model, FIXED)) {
      return run(session);
    }
  }

  private OnnxModel outside() throws Exception {
    OnnxModel model = OnnxModel.open(Models.externalData(folder));
    for (Tensor tensor : model.graph().initializers()) {
      assertTrue(tensor.storage() instanceof Storage.External, tensor::name);
    }
    return model;
  }

  @Test
  void readsNumbersThatAreKeptOutsideTheModelFile() throws Exception {
    assertArrayEquals(run(Models.twoLayerMlp()), run(outside()));
  }

  @Test
  void numbersOfTheCallersStandForThoseOutsideTheModelFile() throws Exception {
    OnnxModel model = outside();
    Tensor bias = model.graph().initializer("b2").orElseThrow();

    try (NativeTensor other = NativeTensor.copyOf(bias);
        Session session = Session.open(model, FIXED.editable(), Map.of("b2", other))) {
      float[] before = run(session);
      assertArrayEquals(run(Models.twoLayerMlp()), before, 1e-5f);
      other.floats().put(1, other.floats().get(1) + 2);
      float[] after = run(session);
      assertArrayEquals(new float[] {before[0], before[1] + 2, before[2]}, after, 1e-5f);
    }
  }

  @Test
  void namesWhatGoesInAndComesOut() throws Exception {
    try (Session session = Session.open(Models.twoLayerMlp(), FIXED)) {
      assertEquals(Set.of("x"), session.inputs());
      assertEquals(Set.of("y"), session.outputs());
    }
  }

  @Test
  void theProcessorIsAlwaysThere() {
    assertTrue(Provider.available().contains(Provider.CPU));
  }

  @Test
  void saysThatAProviderIsMissing() {
    Set<Provider> available = Provider.available();
    // no system has both
    Provider wanted = available.contains(Provider.CORE_ML) ? Provider.DIRECT_ML : Provider.CORE_ML;

    for (Provider provider : List.of(wanted, Provider.CUDA)) {
      if (!available.contains(provider)) {
        MissingProviderException missing =
            assertThrows(MissingProviderException.class, () -> open(provider));
        assertEquals(provider, missing.wanted());
        assertEquals(List.copyOf(available), missing.available());
      }
    }
  }

  private static void open(Provider provider) throws Exception {
    SessionSettings settings = new SessionSettings(provider, 1, SessionSettings.Weights.FIXED);
    Session.open(Models.twoLayerMlp(), settings).close();
  }

  @Test
  void wantsAThread() {
    assertThrows(IllegalArgumentException.class, () -> SessionSettings.cpu(0));
  }
}
