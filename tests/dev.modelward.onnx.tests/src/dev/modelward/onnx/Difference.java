// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx;

import dev.modelward.onnx.bytes.Bytes;

/** The one stretch in which two runs of bytes differ: before it and behind it they are equal. */
record Difference(long start, Bytes removed, Bytes inserted) {

  static Difference between(Bytes before, Bytes after) {
    long shorter = Math.min(before.size(), after.size());
    long start = 0;
    while (start < shorter && before.at(start) == after.at(start)) {
      start++;
    }
    long tail = 0;
    while (tail < shorter - start
        && before.at(before.size() - 1 - tail) == after.at(after.size() - 1 - tail)) {
      tail++;
    }
    return new Difference(
        start, before.slice(start, before.size() - tail), after.slice(start, after.size() - tail));
  }
}
