// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.analysis;

import dev.modelward.learn.digest.Fingerprint;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.GraphEdit;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.graph.Scope;
import dev.modelward.onnx.graph.Weight;
import dev.modelward.onnx.graph.Weights;
import dev.modelward.onnx.tensor.Storage;
import dev.modelward.onnx.tensor.Tensor;
import java.io.IOException;

/** Models made ready for an analysis, and how they are known again. */
final class Prepared {
  private Prepared() {}

  /** The model with the weights that {@code Constant} nodes hold as initializers. */
  static OnnxModel withoutConstants(OnnxModel model) {
    Graph graph = model.graph();
    GraphEdit edit = graph.edit();
    boolean found = false;
    for (Weight weight : Weights.of(model).all()) {
      if (weight.site() instanceof Weight.Site.Constant constant
          && constant.scope().equals(Scope.MAIN)
          && weight.tensor().type().isFloating()) {
        edit.removeNode(constant.node());
        edit.add(weight.tensor().withName(weight.name()));
        found = true;
      }
    }
    return found ? model.with(edit.apply()) : model;
  }

  /** The SHA-256, in hexadecimal digits, of a model's file and the data it keeps outside. */
  static String digest(OnnxModel model) throws IOException {
    Fingerprint digest = new Fingerprint();
    model.message().pieces().forEach(digest::add);
    for (Tensor tensor : model.graph().initializers()) {
      if (tensor.storage() instanceof Storage.External) {
        Bytes raw = tensor.raw();
        raw.pieces().forEach(digest::add);
      }
    }
    return digest.hex();
  }
}
