// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.yaml.edit;

/** Letters of a text: from one up to, not including, another. */
record Span(int from, int to) {
  boolean isEmpty() {
    return from == to;
  }

  /** The text with other letters in this place. */
  String replaced(String text, String with) {
    return text.substring(0, from) + with + text.substring(to);
  }
}
