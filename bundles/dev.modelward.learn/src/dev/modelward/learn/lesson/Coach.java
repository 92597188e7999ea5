// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.lesson;

/** Who prepares the samples of each step, and sees what became of them. */
public interface Coach {
  /** Leaves every sample as it comes. */
  Coach NONE =
      new Coach() {
        @Override
        public void before(Step step) {
          // the samples are as the data set gives them
        }

        @Override
        public void after(Step step) {
          // nobody looks
        }
      };

  /** Fills the inputs of hooks, and changes samples and targets; no step sees the last one's. */
  void before(Step step);

  /** Looks at the loss of each sample. */
  void after(Step step);
}
