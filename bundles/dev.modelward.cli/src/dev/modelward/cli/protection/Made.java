// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.protection;

import dev.modelward.cli.artifact.GivenGrant;
import dev.modelward.cli.console.Column;
import dev.modelward.cli.console.Console;
import dev.modelward.cli.console.Table;
import dev.modelward.protect.build.Issued;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.TierView;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What came out of a plan: an artifact, and the grants of the plan's recipients. */
record Made(Artifact artifact, List<Issued> grants) {

  void print(Console console) {
    Table table =
        new Table(
            List.of(
                Column.ofText("View"),
                Column.ofText("Quality"),
                Column.ofNumbers("Weights sealed")));
    for (TierView tier : artifact.manifest().tiers()) {
      String quality =
          tier.quality().stream()
              .map(each -> each.metric() + " " + each.value())
              .collect(Collectors.joining(", "));
      table.row(tier.name(), quality, String.format(Locale.ROOT, "%,d", tier.sealed()));
    }
    table.print(console);
    console.line("");
    console.line("  Artifact " + artifact.manifest().artifact() + " in " + artifact.folder());
    if (!grants.isEmpty()) {
      console.line("");
      GivenGrant.print(grants.stream().map(GivenGrant::of).toList(), Instant.now(), console);
    }
  }
}
