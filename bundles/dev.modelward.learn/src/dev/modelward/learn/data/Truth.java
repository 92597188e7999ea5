// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.data;

import java.nio.FloatBuffer;
import java.nio.LongBuffer;

/** What a model should make of a batch; its buffers are used again for the next batch. */
public sealed interface Truth {

  /** A class for each record, from 0 up, in a direct buffer. */
  record Labels(LongBuffer values) implements Truth {}

  /** The inputs without their noise, of the same shape, in a direct buffer. */
  record Clean(FloatBuffer values) implements Truth {}

  /** Nothing is known. */
  record Nothing() implements Truth {}
}
