// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.variants;

import dev.modelward.learn.data.Batches;
import dev.modelward.learn.data.OpenDataset;
import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.evaluate.Subject;
import dev.modelward.learn.run.RunException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/** What a model makes of a record, before and after something was done to its weights. */
record Evidence(Subject subject, OpenDataset data) {
  /** Ways to spoil a number: one changes its size a little, one everything about it. */
  static final byte[] PATTERNS = {0x11, (byte) 0xff};

  /** Turns the bits of a pattern over in every byte. */
  static void spoil(ByteBuffer numbers, byte pattern) {
    for (int i = 0; i < numbers.capacity(); i++) {
      numbers.put(i, (byte) (numbers.get(i) ^ pattern));
    }
  }

  /** The model's answer to the first record. */
  FloatBuffer look() throws RunException, IOException, MismatchException {
    try (Batches batches = data.batches(1)) {
      batches.next();
      return subject.answer(batches.batch()).values();
    }
  }
}
