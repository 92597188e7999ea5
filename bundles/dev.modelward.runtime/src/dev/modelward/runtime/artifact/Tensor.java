// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.artifact;

import dev.modelward.runtime.ProtectionException.Malformed;
import dev.modelward.runtime.json.Json;
import dev.modelward.runtime.json.Members;
import java.util.List;
import java.util.Map;

/**
 * A tensor of the data file: its name, element type by ONNX's number and dimensions, where its
 * bytes are, and the tree of the public ones.
 */
public record Tensor(
    String name, int type, List<Long> dims, long offset, long length, String tree) {
  /** Keeps its own copy. */
  public Tensor {
    dims = List.copyOf(dims);
  }

  static Tensor read(Members members) throws Malformed {
    return new Tensor(
        members.text("name"),
        (int) members.whole("type", 1, Integer.MAX_VALUE),
        members.wholes("dims"),
        members.whole("offset", 0, Json.LIMIT / 2),
        members.whole("length", 0, Json.LIMIT / 2),
        members.hex("tree", Tree.DIGEST));
  }

  Json json() {
    return Json.Fields.of(
        Map.of(
            "name", new Json.Text(name),
            "type", new Json.Whole(type),
            "dims", Json.wholes(dims),
            "offset", new Json.Whole(offset),
            "length", new Json.Whole(length),
            "tree", new Json.Text(tree)));
  }

  /** The first byte after the tensor. */
  public long end() {
    return offset + length;
  }

  /** How many bytes an element has, or zero where several share one. */
  public int elementBytes() {
    long elements = 1;
    for (long dim : dims) {
      if (dim == 0 || elements > length / dim) {
        return 0;
      }
      elements *= dim;
    }
    return length % elements == 0 ? (int) Math.min(length / elements, Integer.MAX_VALUE) : 0;
  }
}
