// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.work;

/** Ends the work of a command with a failure that it has already put into words. */
public final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  /** Ends it with a failure. */
  public Refusal(Failure failure) {
    super(failure.what());
    this.failure = failure;
  }

  /** The failure. */
  public Failure failure() {
    return failure;
  }
}
