// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.artifact;

import dev.modelward.runtime.ProtectionException.Malformed;
import dev.modelward.runtime.json.Json;
import dev.modelward.runtime.json.Members;
import java.util.Map;

/** What is known of a file: the SHA-256 of its bytes, and how many there are. */
public record FileDigest(String sha256, long size) {
  static FileDigest read(Members members, String name) throws Malformed {
    if (!members.text("file").equals(name)) {
      throw members.wrong("file", name);
    }
    return new FileDigest(
        members.hex("sha256", Tree.DIGEST), members.whole("size", 0, Json.LIMIT - 1));
  }

  Map<String, Json> members(String name) {
    return Map.of(
        "file", new Json.Text(name),
        "sha256", new Json.Text(sha256),
        "size", new Json.Whole(size));
  }
}
