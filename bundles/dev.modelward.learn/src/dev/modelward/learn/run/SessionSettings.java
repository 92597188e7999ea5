// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.run;

/** How a session computes: where, on how many threads, and what it may do to the weights. */
public record SessionSettings(Provider provider, int threads, Weights weights) {

  /** What a session may do to a model's weights before it runs. */
  public enum Weights {
    /** Fold, pack and rearrange them; the fastest. */
    FIXED,
    /** Nothing, so that a change of a weight in memory is seen by the next run. */
    EDITABLE
  }

  /** Checks that there is a thread. */
  public SessionSettings {
    if (threads < 1) {
      throw new IllegalArgumentException("expected at least 1 thread, found " + threads);
    }
  }

  /** The fastest session on some threads of the processor. */
  public static SessionSettings cpu(int threads) {
    return new SessionSettings(Provider.CPU, threads, Weights.FIXED);
  }

  /** The same, with weights that can be edited in place. */
  public SessionSettings editable() {
    return new SessionSettings(provider, threads, Weights.EDITABLE);
  }
}
