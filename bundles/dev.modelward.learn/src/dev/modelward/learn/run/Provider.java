// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.run;

/** What computes: the processor, or an accelerator that the user's ONNX Runtime knows. */
public enum Provider {
  /** The processor, which every ONNX Runtime knows. */
  CPU,
  /** An NVIDIA accelerator. */
  CUDA,
  /** Apple's Core ML. */
  CORE_ML,
  /** DirectML of Windows. */
  DIRECT_ML
}
