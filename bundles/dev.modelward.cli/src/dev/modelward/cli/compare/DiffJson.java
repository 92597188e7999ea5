// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.compare;

import dev.modelward.cli.console.JsonText;
import dev.modelward.cli.work.Version;
import dev.modelward.protect.compare.Comparison;
import dev.modelward.protect.compare.Difference;
import dev.modelward.protect.compare.FileChange;
import dev.modelward.protect.compare.Move;
import dev.modelward.protect.compare.Movement;
import dev.modelward.protect.compare.ViewChange;
import dev.modelward.runtime.artifact.TierView;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes for machines what differs between two artifacts, as docs/commands.md describes it. */
record DiffJson(GivenSide before, GivenSide after) {
  private static final int SCHEMA = 1;

  /** All of it as one object. */
  JsonText of(Comparison comparison) throws IOException {
    Movement movement = comparison.movement();
    return new JsonText()
        .put("schema", SCHEMA)
        .put("version", Version.ofBundle())
        .put("artifacts", List.of(side(before), side(after)))
        .put("kinship", word(comparison.kinship()))
        .put("differences", comparison.differences().stream().map(DiffJson::difference).toList())
        .put("views", comparison.views().stream().map(DiffJson::view).toList())
        .put("files", comparison.files().stream().map(DiffJson::file).toList())
        .put("compared", movement.compared())
        .put("moved", movement.moved())
        .put("unsure", movement.unsure())
        .put("apart", movement.apart().stream().map(DiffJson::name).toList())
        .put("moves", movement.moves().stream().map(DiffJson::move).toList());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static JsonText side(GivenSide side) {
    return new JsonText()
        .put("folder", side.folder().toString())
        .put("checked", word(side.check()))
        .put("artifact", side.manifest().artifact())
        .put("core", HexFormat.of().formatHex(side.manifest().core()))
        .put("generation", side.manifest().rings().generation())
        .put("rings", side.manifest().highest())
        .put("opened", side.side().locations().opened());
  }

  private static JsonText difference(Difference difference) {
    return new JsonText()
        .put("reason", word(difference.reason()))
        .put("member", difference.member())
        .put("before", difference.before())
        .put("after", difference.after());
  }

  private static JsonText view(ViewChange view) {
    return new JsonText()
        .put("tier", view.tier())
        .put("qualityBefore", quality(view.before()))
        .put("qualityAfter", quality(view.after()))
        .put("sealedBefore", sealed(view.before()))
        .put("sealedAfter", sealed(view.after()));
  }

  private static List<JsonText> quality(Optional<TierView> view) {
    return view.stream()
        .flatMap(tier -> tier.quality().stream())
        .map(each -> new JsonText().put("metric", each.metric()).put("value", each.value()))
        .toList();
  }

  private static OptionalLong sealed(Optional<TierView> view) {
    return view.map(tier -> OptionalLong.of(tier.sealed())).orElse(OptionalLong.empty());
  }

  private static JsonText file(FileChange file) {
    return new JsonText()
        .put("file", file.file())
        .put("same", file.isSame())
        .put("what", file.words());
  }

  private static JsonText name(String layer) {
    return new JsonText().put("name", layer);
  }

  private static JsonText move(Move move) {
    return new JsonText()
        .put("layer", move.layer())
        .put("from", move.from().tiers().stream().map(DiffJson::name).toList())
        .put("to", move.to().tiers().stream().map(DiffJson::name).toList())
        .put("blocks", move.blocks())
        .put("weights", move.weights());
  }
}
