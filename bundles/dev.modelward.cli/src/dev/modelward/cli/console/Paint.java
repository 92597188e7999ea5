// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.console;

/** A way to make text stand out on a terminal, by its code of ECMA-48. */
public enum Paint {
  STRONG(1),
  FAINT(2),
  RED(31),
  YELLOW(33);

  private final int code;

  Paint(int code) {
    this.code = code;
  }

  String on(String text) {
    return "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
