// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtSession;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.protect.blocks.Tiling;
import dev.modelward.runtime.artifact.TierKey;
import dev.modelward.runtime.run.UnlockedModel;
import dev.modelward.runtime.run.Unlocker;
import dev.modelward.testkit.Models;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is sealed runs badly, and opens to what it was. */
class SealTest {
  @TempDir Path folder = Path.of("");

  private SealedModel sealed(Specimen specimen) throws Exception {
    return SealedModel.of(specimen.model(), folder.resolve("x.protected"));
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static byte[] unlocked(SealedModel sealed, int tier) throws Exception {
    try (OrtSession.SessionOptions options = Runtime.options();
        TierKey key = SealedModel.key(tier);
        UnlockedModel model =
            new Unlocker(Runtime.environment(), options, 2).unlock(sealed.artifact(), key)) {
      return Runtime.answer(model.session());
    }
  }

  /** What the original answers, from a file of its own. */
  private byte[] original(OnnxModel model) throws Exception {
    Path file = folder.resolve("original.onnx");
    model.write(file);
    return Runtime.answer(file);
  }

  @ParameterizedTest
  @EnumSource
  void theHighestTierIsTheOriginalToTheBit(Specimen specimen) throws Exception {
    SealedModel sealed = sealed(specimen);
    Map<String, byte[]> restored = sealed.restored(SealedModel.RINGS);
    assertEquals(sealed.layers().size(), restored.size());
    for (Map.Entry<String, byte[]> each : restored.entrySet()) {
      assertEquals(sha256(sealed.original(each.getKey())), sha256(each.getValue()));
    }
    for (Tensor tensor : sealed.model().graph().initializers()) {
      if (!restored.containsKey(tensor.name())) {
        assertArrayEquals(sealed.original(tensor.name()), sealed.visible(tensor.name()));
      }
    }
    assertArrayEquals(original(specimen.model()), unlocked(sealed, SealedModel.RINGS));
  }

  @ParameterizedTest
  @EnumSource
  void aLowerTierHasItsRingsAndDecoysInTheOthers(Specimen specimen) throws Exception {
    SealedModel sealed = sealed(specimen);
    for (Map.Entry<String, byte[]> each : sealed.restored(1).entrySet()) {
      assertArrayEquals(sealed.expected(each.getKey(), 1), each.getValue());
    }
    Path file = folder.resolve("lower.onnx");
    lower(sealed).write(file);
    assertArrayEquals(Runtime.answer(file), unlocked(sealed, 1));
  }

  /** An ordinary model that has what the lower tier has. */
  private static OnnxModel lower(SealedModel sealed) throws Exception {
    var edit = sealed.model().graph().edit();
    var initializers = sealed.model().graph().initializers();
    for (int i = 0; i < initializers.size(); i++) {
      Tensor tensor = initializers.get(i);
      if (sealed.layer(tensor.name()).isPresent()) {
        byte[] bytes = sealed.expected(tensor.name(), 1);
        edit.replaceInitializer(i, tensor.withRaw(Bytes.of(bytes)));
      }
    }
    return sealed.model().with(edit.apply());
  }

  @ParameterizedTest
  @EnumSource
  void thePublicModelRunsWithoutOurCodeAndAnswersSomethingElse(Specimen specimen) throws Exception {
    SealedModel sealed = sealed(specimen);
    byte[] answer = Runtime.answer(sealed.artifact().model());
    byte[] original = original(specimen.model());
    assertEquals(original.length, answer.length);
    assertFalse(Arrays.equals(original, answer));
  }

  @ParameterizedTest
  @EnumSource
  void everySealedBlockHasADecoyAndNoOtherBlockIsTouched(Specimen specimen) throws Exception {
    SealedModel sealed = sealed(specimen);
    int same = 0;
    int all = 0;
    for (SealedLayer layer : sealed.layers()) {
      byte[] original = sealed.original(layer.blocks().name());
      byte[] visible = sealed.visible(layer.blocks().name());
      for (long block = 0; block < layer.blocks().count(); block++) {
        boolean isSame = isSame(layer.blocks().tiling(), block, original, visible);
        assertTrue(isSame || layer.isSealed(block), "block " + block);
        all += layer.isSealed(block) ? 1 : 0;
        same += isSame && layer.isSealed(block) ? 1 : 0;
      }
    }
    assertTrue(all > 0);
    assertEquals(0, same, "of " + all);
  }

  private static boolean isSame(Tiling tiling, long block, byte[] one, byte[] other) {
    int each = one.length / (int) tiling.elements();
    return Arrays.stream(tiling.elements(block))
        .mapToInt(element -> (int) element * each)
        .allMatch(at -> Arrays.equals(one, at, at + each, other, at, at + each));
  }

  @ParameterizedTest
  @EnumSource
  void isVerifiedWhole(Specimen specimen) throws Exception {
    sealed(specimen).artifact().verify(2);
  }

  @Test
  void weightsInFilesOfTheirOwnAreSealedLikeOthers() throws Exception {
    Path file = Models.externalData(folder);
    SealedModel sealed = SealedModel.of(OnnxModel.open(file), folder.resolve("x.protected"));
    assertArrayEquals(Runtime.answer(file), unlocked(sealed, SealedModel.RINGS));
    assertEquals(
        sha256(sealed.original("w1")),
        sha256(sealed.restored(SealedModel.RINGS).getOrDefault("w1", new byte[0])));
    assertFalse(Arrays.equals(Runtime.answer(file), Runtime.answer(sealed.artifact().model())));
  }
}
