// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.seal;

import dev.modelward.onnx.GraphEdit;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.graph.Weight;
import dev.modelward.onnx.graph.Weights;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.ExternalBytes;
import dev.modelward.onnx.tensor.Storage;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.runtime.artifact.Inside;
import dev.modelward.runtime.artifact.Names;
import dev.modelward.runtime.artifact.Tree;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which initializers of a model go into the data file, and where. */
record Slots(OnnxModel model, List<Slot> slots) {
  /** Smaller tensors stay in the model file. */
  private static final long SMALLEST = 1024;

  static Slots of(Blueprint blueprint) throws IOException, SealException {
    Map<String, SealedLayer> sealed = new HashMap<>();
    for (SealedLayer layer : blueprint.layers()) {
      check(layer, blueprint.rings());
      if (sealed.containsKey(layer.blocks().name())) {
        throw new IllegalArgumentException("expected %s once".formatted(layer.blocks().name()));
      }
      sealed.put(layer.blocks().name(), layer);
    }
    OnnxModel model = withInnerDataInside(blueprint.model());
    List<Slot> slots = new ArrayList<>();
    List<Tensor> initializers = model.graph().initializers();
    long end = 0;
    for (int i = 0; i < initializers.size(); i++) {
      Tensor tensor = initializers.get(i);
      Optional<SealedLayer> layer = Optional.ofNullable(sealed.remove(tensor.name()));
      if (layer.isPresent() || isLarge(tensor)) {
        Bytes raw = tensor.raw();
        Slot slot = new Slot(i, tensor, raw, Slot.aligned(end, raw.size()), layer);
        end = slot.end();
        slots.add(slot);
      }
    }
    if (!sealed.isEmpty()) {
      throw elsewhere(sealed.keySet().iterator().next());
    }
    return new Slots(model, List.copyOf(slots));
  }

  private static SealException elsewhere(String name) {
    return new SealException(
        "%s: expected an initializer of the main graph, found none of that name".formatted(name));
  }

  private static void check(SealedLayer layer, int rings) throws IOException, SealException {
    Tensor tensor = layer.blocks().weight().tensor();
    if (!isInitializer(layer.blocks().weight())) {
      throw elsewhere(layer.blocks().name());
    }
    if (tensor.byteSize() > Integer.MAX_VALUE) {
      throw new SealException(
          "%s: expected less than 2 GiB, found %d bytes; leave this layer out of the plan"
              .formatted(tensor.name(), tensor.byteSize()));
    }
    if (tensor.type().bits() < Byte.SIZE) {
      throw new SealException(
          "%s: expected elements of whole bytes, found %s; leave this layer out of the plan"
              .formatted(tensor.name(), tensor.type()));
    }
    if (layer.ring(rings + 1).length > 0) {
      throw new IllegalArgumentException("expected at most %d rings".formatted(rings));
    }
  }

  private static boolean isLarge(Tensor tensor) throws IOException {
    return tensor.type() != ElementType.STRING && tensor.byteSize() >= SMALLEST;
  }

  /** Weights of inner graphs and constants stay where they are, so their data must be inside. */
  private static OnnxModel withInnerDataInside(OnnxModel model) throws IOException {
    OnnxModel changed = model;
    for (Weight weight : Weights.of(model).all()) {
      if (!isInitializer(weight) && weight.tensor().storage() instanceof Storage.External) {
        changed = weight.replace(changed, weight.tensor().withRaw(weight.tensor().raw()));
      }
    }
    return changed;
  }

  private static boolean isInitializer(Weight weight) {
    return weight.site() instanceof Weight.Site.Initializer && weight.site().scope().isMain();
  }

  /** The length of the data file. */
  long length() {
    return slots.isEmpty() ? 0 : slots.getLast().end();
  }

  /** The model that has its large tensors in the data file. */
  OnnxModel publicModel() throws IOException {
    GraphEdit edit = model.graph().edit();
    for (Slot slot : slots) {
      ExternalBytes place = new ExternalBytes(Names.DATA, slot.offset(), slot.length(), "");
      edit.replaceInitializer(slot.index(), slot.tensor().withExternal(place));
    }
    BitSet placed = placed();
    List<Tensor> initializers = model.graph().initializers();
    for (int i = placed.nextClearBit(0); i < initializers.size(); i = placed.nextClearBit(i + 1)) {
      Tensor tensor = initializers.get(i);
      if (tensor.storage() instanceof Storage.External) {
        edit.replaceInitializer(i, tensor.withRaw(tensor.raw()));
      }
    }
    return model.with(edit.apply());
  }

  private BitSet placed() {
    BitSet placed = new BitSet();
    slots.forEach(slot -> placed.set(slot.index()));
    return placed;
  }

  /** The initializers that stay inside. */
  List<Inside> inside() throws IOException {
    List<Inside> inside = new ArrayList<>();
    BitSet placed = placed();
    List<Tensor> initializers = model.graph().initializers();
    for (int i = placed.nextClearBit(0); i < initializers.size(); i = placed.nextClearBit(i + 1)) {
      Tensor tensor = initializers.get(i);
      inside.add(new Inside(tensor.name(), Tree.of(bytes(tensor))));
    }
    return inside;
  }

  private static ByteBuffer bytes(Tensor tensor) throws IOException {
    // texts have no raw form, so their message stands for them
    return tensor.type() == ElementType.STRING ? tensor.message().buffer() : tensor.raw().buffer();
  }
}
