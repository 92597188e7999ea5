// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.artifact;

import dev.modelward.cli.console.JsonText;
import dev.modelward.runtime.artifact.Manifest;
import dev.modelward.runtime.artifact.Rings;
import dev.modelward.runtime.artifact.Tensor;
import dev.modelward.runtime.artifact.TierView;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** What an artifact's manifest says for machines, as docs/commands.md describes it. */
public final class ArtifactJson {
  private ArtifactJson() {}

  /** All of it as one object. */
  public static JsonText of(ArtifactInspection inspection) {
    Manifest manifest = inspection.manifest();
    return new JsonText()
        .put("folder", inspection.folder().toString())
        .put("checked", inspection.check().name().toLowerCase(Locale.ROOT))
        .put("artifact", manifest.artifact())
        .put("core", HexFormat.of().formatHex(manifest.core()))
        .put("generation", manifest.rings().generation())
        .put("model", manifest.files().model().size())
        .put("data", manifest.files().data())
        .put("tiers", manifest.tiers().stream().map(ArtifactJson::tier).toList())
        .put("rings", manifest.rings().streams().stream().map(ArtifactJson::ring).toList())
        .put("tensors", manifest.tensors().stream().map(ArtifactJson::tensor).toList())
        .put(
            "inside",
            manifest.inside().stream()
                .map(each -> new JsonText().put("name", each.name()))
                .toList())
        .put("provenance", new TreeMap<>(manifest.provenance()));
  }

  private static JsonText tier(TierView tier) {
    List<JsonText> quality =
        tier.quality().stream()
            .map(each -> new JsonText().put("metric", each.metric()).put("value", each.value()))
            .toList();
    return new JsonText()
        .put("name", tier.name())
        .put("quality", quality)
        .put("sealed", tier.sealed());
  }

  private static JsonText ring(Rings.Extent ring) {
    return new JsonText().put("offset", ring.offset()).put("length", ring.length());
  }

  private static JsonText tensor(Tensor tensor) {
    return new JsonText()
        .put("name", tensor.name())
        .put("type", tensor.type())
        .putSizes("dims", tensor.dims())
        .put("offset", tensor.offset())
        .put("length", tensor.length());
  }
}
