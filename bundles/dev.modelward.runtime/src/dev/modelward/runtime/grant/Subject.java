// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.grant;

import dev.modelward.runtime.ProtectionException.Foreign;
import dev.modelward.runtime.ProtectionException.Malformed;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.Manifest;
import dev.modelward.runtime.artifact.Tree;
import dev.modelward.runtime.json.Json;
import dev.modelward.runtime.json.Members;
import java.util.HexFormat;
import java.util.Map;

/**
 * What a grant opens: the artifact and its core in hexadecimal, the generation of its rings, and
 * the tier by number and name.
 */
public record Subject(String artifact, String core, int generation, int tier, String name) {
  private static final int ID = 16;

  /** A tier of an artifact. */
  public static Subject of(Artifact artifact, int tier) {
    Manifest manifest = artifact.manifest();
    if (tier < 1 || tier > manifest.highest()) {
      throw new IllegalArgumentException(
          "expected a tier from 1 to %d, found %d".formatted(manifest.highest(), tier));
    }
    return new Subject(
        manifest.artifact(),
        HexFormat.of().formatHex(manifest.core()),
        manifest.rings().generation(),
        tier,
        manifest.tiers().get(tier).name());
  }

  static Subject read(Members members) throws Malformed {
    return new Subject(
        members.hex("artifact", ID),
        members.hex("core", Tree.DIGEST),
        (int) members.whole("generation", 1, Integer.MAX_VALUE),
        (int) members.whole("tier", 1, Integer.MAX_VALUE),
        members.text("name"));
  }

  void addTo(Map<String, Json> members) {
    members.put("artifact", new Json.Text(artifact));
    members.put("core", new Json.Text(core));
    members.put("generation", new Json.Whole(generation));
    members.put("tier", new Json.Whole(tier));
    members.put("name", new Json.Text(name));
  }

  /** Refuses other artifacts, other contents and other generations. */
  void check(Artifact with) throws Foreign {
    Manifest manifest = with.manifest();
    check("artifact " + artifact, "artifact " + manifest.artifact());
    check("content " + core, "content " + HexFormat.of().formatHex(manifest.core()));
    check("generation " + generation, "generation " + manifest.rings().generation());
  }

  private static void check(String granted, String found) throws Foreign {
    if (!granted.equals(found)) {
      throw new Foreign("the grant", found, granted);
    }
  }
}
