// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.run;

import ai.onnxruntime.OrtException;

/** Says that ONNX Runtime would not load or run a model, and in its words why. */
public sealed class RunException extends Exception permits MissingProviderException {
  private static final long serialVersionUID = 1L;

  RunException(String what, OrtException cause) {
    super(what + ": " + cause.getMessage(), cause);
  }

  /** A failure that is not ONNX Runtime's own. */
  public RunException(String what) {
    super(what);
  }
}
