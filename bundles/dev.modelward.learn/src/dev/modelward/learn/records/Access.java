// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.records;

/** The order in which a reader will be asked. */
public enum Access {
  /**
   * Mostly forwards: what is compressed is read as a stream, and again from its begin to go back.
   */
  FORWARDS,
  /**
   * In any order: what is compressed is unpacked once into a temporary file, which is gone when the
   * reader is closed.
   */
  ANY
}
