// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan;

import dev.modelward.protect.plan.text.PlanFile;
import dev.modelward.runtime.artifact.FileDigest;
import dev.modelward.runtime.artifact.Manifest;
import dev.modelward.runtime.artifact.Rings;
import dev.modelward.runtime.artifact.TierView;
import dev.modelward.testkit.sealed.InsecureVendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What builds of plans leave behind, as far as the editor of plans looks at it. */
record Builds(Path plan) {
  private static final String DIGEST = "00".repeat(32);

  /** Has the plan built, as it is in its file, with views of these qualities. */
  void measured(String... qualities) throws IOException {
    List<String> names = List.of("public", "basic", "pro", "full");
    List<TierView> views =
        IntStream.range(0, qualities.length)
            .mapToObj(i ->
                new TierView(
                    names.get(i),
                    List.of(new TierView.Measured("top-1", qualities[i])),
                    240_000L / (i + 1)))
            .toList();
    Manifest manifest =
        new Manifest(
            "00".repeat(16),
            new Manifest.Files(new FileDigest(DIGEST, 1), 0),
            List.of(),
            List.of(),
            views,
            Map.of("plan", PlanFile.read(plan).digest()),
            rings(views.size() - 1));
    Path folder = plan.resolveSibling("protected").resolve("net.protected");
    Files.createDirectories(folder);
    Files.write(folder.resolve("manifest.json"), manifest.seal(new InsecureVendor(1)));
  }

  private static Rings rings(int count) {
    List<Rings.Extent> extents =
        IntStream.range(0, count).mapToObj(i -> new Rings.Extent(i, 1)).toList();
    return new Rings(1, new FileDigest(DIGEST, count), extents);
  }
}
