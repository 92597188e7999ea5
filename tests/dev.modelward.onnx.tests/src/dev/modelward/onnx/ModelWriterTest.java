// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.bytes.Source;
import dev.modelward.onnx.tensor.ExternalDataFile;
import dev.modelward.onnx.tensor.Storage;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.testkit.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelWriterTest {
  @TempDir Path folder = Path.of("");

  @Test
  void writesWhatItRead() throws IOException {
    OnnxModel model = Models.smallCnn();
    Path file = folder.resolve("a.onnx");
    model.write(file);
    Path copy = folder.resolve("below/b.onnx");
    OnnxModel.open(file).write(copy);
    assertArrayEquals(model.message().toArray(), Files.readAllBytes(copy));
  }

  @Test
  void replacesTheFileItWasReadFrom() throws IOException {
    Path file = folder.resolve("a.onnx");
    Models.twoLayerMlp().write(file);
    OnnxModel model = OnnxModel.open(file).withMetadata("key", "value");
    model.write(file);
    assertEquals("value", OnnxModel.open(file).metadata().get("key"));
  }

  @Test
  void readsWeightsFromBesideTheModel() throws IOException {
    OnnxModel external = OnnxModel.open(Models.externalData(folder));
    List<Tensor> inside = Models.twoLayerMlp().graph().initializers();
    for (int i = 0; i < inside.size(); i++) {
      Tensor tensor = external.graph().initializers().get(i);
      assertInstanceOf(Storage.External.class, tensor.storage());
      assertTrue(tensor.raw().sameAs(inside.get(i).raw()));
    }
  }

  @Test
  void takesExternalDataAlongToAnotherFolder() throws IOException {
    OnnxModel model = OnnxModel.open(Models.externalData(folder)).withMetadata("moved", "yes");
    Path copy = folder.resolve("other/place/model.onnx");
    model.write(copy);
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("weights.bin")),
        Files.readAllBytes(folder.resolve("other/place/weights.bin")));
    Tensor tensor = OnnxModel.open(copy).graph().initializers().getFirst();
    assertEquals(32, tensor.numbers().count());
  }

  @Test
  void leavesExternalDataAloneInItsOwnFolder() throws IOException {
    Path file = Models.externalData(folder);
    var before = Files.getLastModifiedTime(folder.resolve("weights.bin"));
    Object inode = Files.getAttribute(folder.resolve("weights.bin"), "unix:ino");
    OnnxModel.open(file).write(folder.resolve("again.onnx"));
    assertEquals(before, Files.getLastModifiedTime(folder.resolve("weights.bin")));
    assertEquals(inode, Files.getAttribute(folder.resolve("weights.bin"), "unix:ino"));
  }

  @Test
  void writesNothingWhenExternalDataIsMissing() throws IOException {
    OnnxModel model = OnnxModel.open(Models.externalData(folder));
    Files.delete(folder.resolve("weights.bin"));
    Path copy = folder.resolve("other/model.onnx");
    assertThrows(IOException.class, () -> model.write(copy));
    assertFalse(Files.exists(copy));
  }

  @Test
  void copiesNothingThroughASymbolicLink() throws IOException {
    OnnxModel model = OnnxModel.open(Models.externalData(folder));
    Files.move(folder.resolve("weights.bin"), folder.resolve("real.bin"));
    Files.createSymbolicLink(folder.resolve("weights.bin"), folder.resolve("real.bin"));
    assertThrows(OnnxFormatException.class, () -> model.write(folder.resolve("other/m.onnx")));
    assertThrows(OnnxFormatException.class, () -> OnnxModel.open(folder.resolve("external.onnx")));
  }

  @Test
  void movesWeightsOutOfAModelIntoAnotherFolder() throws IOException {
    Path from = folder.resolve("from.onnx");
    Models.twoLayerMlp().write(from);
    Path target = folder.resolve("target/model.onnx");
    OnnxModel model = OnnxModel.open(from);
    outside(model, target).write(target);
    assertTrue(
        OnnxModel.open(target)
            .graph()
            .initializers()
            .getFirst()
            .raw()
            .sameAs(model.graph().initializers().getFirst().raw()));
    assertFalse(Files.exists(folder.resolve("weights.bin")));
  }

  private static OnnxModel outside(OnnxModel model, Path target) throws IOException {
    List<Tensor> tensors = new ArrayList<>(model.graph().initializers());
    List<Tensor> placed = new ExternalDataFile(target.getParent(), "weights.bin").write(tensors);
    GraphEdit edit = model.graph().edit();
    for (int i = 0; i < placed.size(); i++) {
      edit.replaceInitializer(i, placed.get(i));
    }
    return OnnxModel.read(model.with(edit.apply()).message(), new Source.OfFile(target));
  }
}
