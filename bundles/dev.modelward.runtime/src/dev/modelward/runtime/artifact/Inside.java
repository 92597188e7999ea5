// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.artifact;

import dev.modelward.runtime.ProtectionException.Malformed;
import dev.modelward.runtime.json.Json;
import dev.modelward.runtime.json.Members;
import java.util.Map;

/** An initializer inside the model file, and the tree of its bytes. */
public record Inside(String name, String tree) {
  static Inside read(Members members) throws Malformed {
    return new Inside(members.text("name"), members.hex("tree", Tree.DIGEST));
  }

  Json json() {
    return Json.texts(Map.of("name", name, "tree", tree));
  }
}
