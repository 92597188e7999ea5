// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.run;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import java.util.EnumSet;
import java.util.Set;

/** What computes: the processor, or an accelerator that the user's ONNX Runtime knows. */
public enum Provider {
  /** The processor, which every ONNX Runtime knows. */
  CPU,
  /** An NVIDIA accelerator. */
  CUDA,
  /** Apple's Core ML. */
  CORE_ML,
  /** DirectML of Windows. */
  DIRECT_ML;

  /** The providers of the ONNX Runtime that is there. */
  public static Set<Provider> available() {
    Set<OrtProvider> theirs = OrtEnvironment.getAvailableProviders();
    Set<Provider> ours = EnumSet.allOf(Provider.class);
    ours.removeIf(provider -> !theirs.contains(provider.theirs()));
    return ours;
  }

  private OrtProvider theirs() {
    return switch (this) {
      case CPU -> OrtProvider.CPU;
      case CUDA -> OrtProvider.CUDA;
      case CORE_ML -> OrtProvider.CORE_ML;
      case DIRECT_ML -> OrtProvider.DIRECT_ML;
    };
  }

  void check() throws MissingProviderException {
    Set<Provider> available = available();
    if (!available.contains(this)) {
      throw new MissingProviderException(this, available);
    }
  }
}
