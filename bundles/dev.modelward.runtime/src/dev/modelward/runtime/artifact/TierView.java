// SPDX-License-Identifier: EPL-2.0
package dev.modelward.runtime.artifact;

import dev.modelward.runtime.ProtectionException.Malformed;
import dev.modelward.runtime.json.Json;
import dev.modelward.runtime.json.Members;
import java.util.List;
import java.util.Map;

/** What holders of a tier see: its name, measured qualities, and how many weights stay sealed. */
public record TierView(String name, List<Measured> quality, long sealed) {

  /** Keeps its own copy. */
  public TierView {
    quality = List.copyOf(quality);
  }

  /** A quality by a metric, in decimals. */
  public record Measured(String metric, String value) {}

  static TierView read(Members members) throws Malformed {
    return new TierView(
        members.text("name"),
        members.list("quality", each -> new Measured(each.text("metric"), each.text("value"))),
        members.whole("sealed", 0, Json.LIMIT - 1));
  }

  Json json() {
    List<Json> measured =
        quality.stream()
            .<Json>map(each -> Json.texts(Map.of("metric", each.metric(), "value", each.value())))
            .toList();
    return Json.Fields.of(
        Map.of(
            "name", new Json.Text(name),
            "quality", new Json.Many(measured),
            "sealed", new Json.Whole(sealed)));
  }
}
