// SPDX-License-Identifier: EPL-2.0
package dev.modelward.install;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** How a workbench ended and what it wrote. */
record Run(int exit, String log) {
  Run passed() {
    assertEquals(0, exit, log);
    return this;
  }
}
