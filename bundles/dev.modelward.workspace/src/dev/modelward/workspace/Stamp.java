// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace;

/** How a file looked from outside at one moment; a size of -1 if it was not there. */
public record Stamp(long size, long modified) {

  /** Whether there was a file. */
  public boolean exists() {
    return size >= 0;
  }
}
