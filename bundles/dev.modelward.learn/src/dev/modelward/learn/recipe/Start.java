// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.recipe;

import dev.modelward.onnx.OnnxModel;

/** What a training begins with. */
public sealed interface Start {

  /** A model that stands beside the recipe. */
  record Given() implements Start {}

  /** A network that the recipe describes, with the random weights that its seed gives. */
  record Described(OnnxModel model) implements Start {}
}
