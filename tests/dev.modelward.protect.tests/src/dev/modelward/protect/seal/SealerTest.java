// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtSession;
import dev.modelward.learn.progress.Progress;
import dev.modelward.onnx.Attribute;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Storage;
import dev.modelward.protect.blocks.Blocks;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.decoy.Decoy;
import dev.modelward.runtime.ProtectionException.Foreign;
import dev.modelward.runtime.ProtectionException.WrongKey;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.Tensor;
import dev.modelward.runtime.artifact.TierKey;
import dev.modelward.runtime.artifact.Workers;
import dev.modelward.runtime.run.UnlockedModel;
import dev.modelward.runtime.run.Unlocker;
import dev.modelward.testkit.Dice;
import dev.modelward.testkit.Draft;
import dev.modelward.testkit.Models;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealerTest {
  private final Sealer sealer =
      new Sealer(SealedModel.VENDOR, SealedModel.ATTESTOR, new Workers(2));

  @TempDir Path folder = Path.of("");

  private Artifact seal(Blueprint blueprint) throws Exception {
    try (TierKey top = SealedModel.key(SealedModel.RINGS)) {
      return sealer.seal(blueprint, top, place(), Progress.NONE);
    }
  }

  private Path place() {
    return folder.resolve("x.protected");
  }

  private void refuses(OnnxModel model, String said) throws Exception {
    List<SealedLayer> layers =
        Blocks.of(model).layers().stream()
            .map(blocks -> new SealedLayer(blocks, List.of(new long[] {0})))
            .toList();
    Blueprint blueprint = SealedModel.blueprint(model, layers);
    SealException refusal = assertThrows(SealException.class, () -> seal(blueprint));
    assertTrue(refusal.getMessage().contains(said), refusal.getMessage());
    nothingIsLeft();
  }

  private void nothingIsLeft() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(), files.toList());
    }
  }

  @Test
  void refusesElementsOfLessThanAByte() throws Exception {
    Dice dice = new Dice(1);
    refuses(
        new Draft("four bits")
            .input("x", 1, 16)
            .tensor(dice.bits("w", ElementType.INT4, 16, 24))
            .tensor(dice.positive("s", 24))
            .node("DequantizeLinear w s -> d", Attribute.of("axis", 1))
            .node("MatMul x d -> y")
            .output("y", 1, 24)
            .model(),
        "w: expected elements of whole bytes");
  }

  @Test
  void refusesWeightsOfInnerGraphsAndOfConstants() throws Exception {
    refuses(Models.withLoop(), "step: expected an initializer of the main graph");
    refuses(Models.constantWeights(), "w: expected an initializer of the main graph");
  }

  @Test
  void refusesWeightsThatNoBufferHolds() throws Exception {
    refuses(
        new Draft("large")
            .input("x", 1, 1 << 20)
            .tensor(new Dice(1).repeating("w", 1, 1 << 20, 1 << 9))
            .node("MatMul x w -> y")
            .output("y", 1, 1 << 9)
            .model(),
        "w: expected less than 2 GiB");
  }

  @Test
  void refusesWhatACallerMixesUp() throws Exception {
    OnnxModel model = Models.smallCnn();
    List<SealedLayer> layers = SealedModel.layers(model, 1);
    List<SealedLayer> twice = Stream.concat(layers.stream(), layers.stream()).toList();
    assertThrows(IllegalArgumentException.class, () -> seal(SealedModel.blueprint(model, twice)));
    Blueprint blueprint = SealedModel.blueprint(model, layers);
    try (TierKey low = SealedModel.key(1)) {
      assertThrows(
          IllegalArgumentException.class,
          () -> sealer.seal(blueprint, low, place(), Progress.NONE));
    }
    LayerBlocks blocks = layers.getFirst().blocks();
    for (long[] wrong : new long[][] {{-1}, {blocks.count()}, {1, 1}, {Long.MAX_VALUE}}) {
      assertThrows(IllegalArgumentException.class, () -> new SealedLayer(blocks, List.of(wrong)));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> new SealedLayer(blocks, List.of(new long[] {0}, new long[] {0})));
    SealedLayer third =
        new SealedLayer(blocks, List.of(new long[] {0}, new long[0], new long[] {1}));
    assertThrows(
        IllegalArgumentException.class, () -> seal(SealedModel.blueprint(model, List.of(third))));
    nothingIsLeft();
  }

  @Test
  void leavesNothingBehindWhenItIsCancelled() throws Exception {
    OnnxModel model = Models.smallCnn();
    Blueprint blueprint = SealedModel.blueprint(model, SealedModel.layers(model, 1));
    Progress cancelled =
        Progress.asking(() -> {
          throw new CancellationException();
        });
    try (TierKey top = SealedModel.key(SealedModel.RINGS)) {
      assertThrows(
          CancellationException.class, () -> sealer.seal(blueprint, top, place(), cancelled));
    }
    nothingIsLeft();
  }

  @Test
  void placesTensorsAsTheFormatSays() throws Exception {
    Dice dice = new Dice(1);
    OnnxModel model =
        new Draft("sizes")
            .input("x", 1, 4)
            .tensor(dice.floats("tiny", 1, 255))
            .tensor(dice.floats("odd", 1, 257))
            .tensor(dice.floats("w", 1, 4, 6))
            .tensor(dice.floats("large", 1, 3, 100_000))
            .tensor(dice.floats("least", 1, 256))
            .node("MatMul x w -> y")
            .output("y", 1, 6)
            .model();
    Artifact artifact = seal(SealedModel.blueprint(model, SealedModel.layers(model, 1)));
    List<Tensor> tensors = artifact.manifest().tensors();
    assertEquals(
        List.of("odd 0", "w 1088", "large 4096", "least 1204096"),
        tensors.stream().map(tensor -> tensor.name() + " " + tensor.offset()).toList());
    assertEquals("tiny", artifact.manifest().inside().getFirst().name());
    artifact.verify(2);
    OnnxModel open = OnnxModel.open(artifact.model());
    for (var tensor : model.graph().initializers()) {
      var found = open.graph().initializer(tensor.name()).orElseThrow();
      assertEquals(!tensor.name().equals("tiny"), found.storage() instanceof Storage.External);
      if (!tensor.name().equals("w")) {
        assertArrayEquals(tensor.raw().toArray(), found.raw().toArray());
      }
    }
  }

  @Test
  void aModelThatIsSmallAndSealedInNothingHasNoData() throws Exception {
    OnnxModel model = Models.everyElementType();
    Artifact artifact = seal(SealedModel.blueprint(model, List.of()));
    assertFalse(Files.exists(artifact.folder().resolve("model.onnx.data")));
    artifact.verify(2);
    try (TierKey top = SealedModel.key(SealedModel.RINGS);
        var restored = artifact.restore(top, 2)) {
      assertEquals(Map.of(), restored.tensors());
    }
  }

  @Test
  void aRingOfNothingOpensToThePublicModel() throws Exception {
    OnnxModel model = Models.smallCnn();
    LayerBlocks blocks = Blocks.of(model).layers().getFirst();
    SealedLayer second = new SealedLayer(blocks, List.of(new long[0], new long[] {1}));
    Artifact artifact = seal(SealedModel.blueprint(model, List.of(second)));
    try (OrtSession.SessionOptions options = Runtime.options();
        TierKey key = SealedModel.key(1);
        UnlockedModel open =
            new Unlocker(Runtime.environment(), options, 1).unlock(artifact, key)) {
      assertArrayEquals(Runtime.answer(artifact.model()), Runtime.answer(open.session()));
    }
  }

  @Test
  void allBlocksOfALayerMayBeSealedUnderDecoysOfEitherKind() throws Exception {
    OnnxModel model = Models.smallCnn();
    for (Decoy decoy : Decoy.all()) {
      List<SealedLayer> layers =
          Blocks.of(model).layers().stream()
              .map(blocks ->
                  new SealedLayer(blocks, List.of(LongStream.range(0, blocks.count()).toArray())))
              .toList();
      Blueprint plain = SealedModel.blueprint(model, layers);
      Artifact artifact =
          seal(new Blueprint(model, layers, decoy, plain.tiers(), plain.provenance()));
      SealedModel sealed = new SealedModel(model, layers, artifact);
      assertArrayEquals(
          sealed.original("c1.w"), sealed.restored(1).getOrDefault("c1.w", new byte[0]));
    }
  }

  @Test
  void aKeyAnewOpensTheSameAndTheOldOneNothing() throws Exception {
    SealedModel sealed = SealedModel.of(Models.smallCnn(), place());
    byte[] before = Files.readAllBytes(sealed.artifact().folder().resolve("model.onnx.data"));
    try (TierKey old = SealedModel.key(SealedModel.RINGS);
        TierKey wrong = TierKey.random(SealedModel.ID, SealedModel.RINGS);
        TierKey next = TierKey.random(SealedModel.ID, SealedModel.RINGS)) {
      assertThrows(WrongKey.class, () -> sealer.rekey(sealed.artifact(), wrong, next));
      sealed.artifact().verify(1);
      Artifact again = sealer.rekey(sealed.artifact(), old, next);
      assertEquals(2, again.manifest().rings().generation());
      assertArrayEquals(before, Files.readAllBytes(again.folder().resolve("model.onnx.data")));
      assertArrayEquals(sealed.artifact().manifest().core(), again.manifest().core());
      again.verify(2);
      assertThrows(WrongKey.class, () -> again.restore(old, 2));
      again.restore(next, 2).close();
      try (TierKey foreign = TierKey.random("ff".repeat(16), SealedModel.RINGS)) {
        assertThrows(Foreign.class, () -> again.restore(foreign, 2));
      }
    }
  }

  @Test
  void anUnlockedModelIsClosedOnceHoweverOftenItIsClosed() throws Exception {
    SealedModel sealed = SealedModel.of(Models.smallCnn(), place());
    try (OrtSession.SessionOptions options = Runtime.options();
        TierKey key = SealedModel.key(SealedModel.RINGS)) {
      UnlockedModel open =
          new Unlocker(Runtime.environment(), options, 2).unlock(sealed.artifact(), key);
      open.close();
      open.close();
      assertThrows(IllegalStateException.class, () -> Runtime.answer(open.session()));
    }
  }
}
