// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.gradient;

/** How gradients pass backward through one operator. */
interface Rule {
  /** Hands every input that wants one its gradient. */
  void backward(Site site);
}
