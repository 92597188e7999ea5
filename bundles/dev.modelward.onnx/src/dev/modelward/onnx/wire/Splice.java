// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx.wire;

import dev.modelward.onnx.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A message with some of its fields replaced, removed or added, and every other byte as it was. */
public final class Splice {
  private final Bytes original;
  private final Map<Long, Change> changes = new TreeMap<>();

  /** Starts with no change. */
  public Splice(Bytes original) {
    this.original = original;
  }

  /** Gives the field at a place, whose number is known, a new payload. */
  public Splice replace(int number, Span span, Bytes payload) {
    boolean sameSize = payload.size() == span.end() - span.payload();
    Bytes field =
        sameSize
            ? Bytes.join(List.of(original.slice(span.start(), span.payload()), payload))
            : WireWriter.field(number, payload);
    return change(span.start(), span.end(), field);
  }

  /** Takes the field at a place out. */
  public Splice remove(Span span) {
    return change(span.start(), span.end(), Bytes.EMPTY);
  }

  /** Adds fields before the field at a place, behind those that were added there. */
  public Splice insertBefore(Span span, Bytes fields) {
    return change(span.start(), span.start(), fields);
  }

  /** Adds fields behind the field at a place. */
  public Splice insertAfter(Span span, Bytes fields) {
    return change(span.end(), span.end(), fields);
  }

  /** Adds fields at the end. */
  public Splice append(Bytes fields) {
    return change(original.size(), original.size(), fields);
  }

  /** The new message. */
  public Bytes apply() {
    List<Bytes> parts = new ArrayList<>();
    long at = 0;
    for (Map.Entry<Long, Change> entry : changes.entrySet()) {
      Change change = entry.getValue();
      parts.add(original.slice(at, Math.max(at, entry.getKey())));
      parts.addAll(change.inserted);
      parts.add(change.replacement);
      at = Math.max(at, change.end);
    }
    parts.add(original.slice(at, original.size()));
    return Bytes.join(parts);
  }

  private Splice change(long start, long end, Bytes field) {
    Change change = changes.computeIfAbsent(start, Change::new);
    if (start == end) {
      change.inserted.add(field);
    } else {
      change.end = end;
      change.replacement = field;
    }
    return this;
  }

  /** What stands at one place instead: first what was inserted there, then the new field. */
  private static final class Change {
    private final List<Bytes> inserted = new ArrayList<>();
    private Bytes replacement = Bytes.EMPTY;
    private long end;

    Change(long start) {
      this.end = start;
    }
  }
}
