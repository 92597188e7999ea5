// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.progress;

/** Shows nothing, but asks whether to go on. */
record Asking(Runnable question) implements Progress {
  @Override
  public Progress part(String what, double share) {
    return this;
  }

  @Override
  public void done(double fraction) {
    // nobody looks
  }

  @Override
  public void tell(String news) {
    // nobody listens
  }

  @Override
  public void checkCancelled() {
    question.run();
  }
}
