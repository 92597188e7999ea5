// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.bench;

/** One way to compute all gradients of a batch. */
interface Contender extends AutoCloseable {
  /** Computes them once. */
  void step() throws Exception;

  @Override
  void close() throws Exception;
}
