// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.artifact;

import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.Refusal;
import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.evaluate.Evaluation;
import dev.modelward.learn.evaluate.EvaluationSettings;
import dev.modelward.learn.progress.Progress;
import dev.modelward.protect.build.ViewMeter;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.TierKey;
import dev.modelward.runtime.sign.VendorKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which view of an artifact is meant: that of a grant, or everybody's. */
public final class ViewOptions {
  @Option(
      names = "--grant",
      paramLabel = "FILE",
      description = "Of an artifact, the view of this grant; the public one if not given.")
  private List<Path> grants = new ArrayList<>();

  @Option(
      names = "--vendor",
      paramLabel = "FILE",
      description = "The public key of the artifact's vendor.")
  private List<Path> vendors = new ArrayList<>();

  @Mixin private OpenerOptions opener = new OpenerOptions();

  /** What the view of an artifact is worth, all of which is verified first. */
  public Evaluation measured(
      Path folder, Dataset data, EvaluationSettings settings, Progress progress) throws Exception {
    if (vendors.isEmpty()) {
      throw new Refusal(
          new Failure(
              folder.toString(), "This is an artifact.", "Name its vendor's key by --vendor."));
    }
    VendorKey vendor = GivenFiles.vendor(vendors.getLast());
    Artifact artifact = GivenFiles.artifact(folder, vendor);
    ViewMeter meter = new ViewMeter(artifact, data, settings);
    if (grants.isEmpty()) {
      artifact.verify(settings.threads());
      return meter.ofPublic(progress);
    }
    try {
      opener.check();
    } catch (IllegalArgumentException e) {
      throw new Refusal(Failure.ofUsage("modelward evaluate", e));
    }
    try (TierKey key = opener.open(GivenFiles.grant(grants.getLast(), vendor), artifact)) {
      return meter.of(key, progress);
    }
  }
}
