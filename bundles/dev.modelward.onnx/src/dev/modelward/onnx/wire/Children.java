// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The values read from the fields of one number in a message, and the places of those fields. */
public final class Children<T> {
  private final List<T> values = new ArrayList<>();
  private final List<Span> spans = new ArrayList<>();

  /** Adds the value of the next field; only the reader of the message does so. */
  public void add(T value, Span span) {
    values.add(value);
    spans.add(span);
  }

  /** The values, in the order of the file. */
  public List<T> values() {
    return Collections.unmodifiableList(values);
  }

  /** The place of one field. */
  public Span span(int index) {
    return spans.get(index);
  }

  /** The number of fields. */
  public int size() {
    return values.size();
  }
}
