// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.protection;

import dev.modelward.cli.work.Beside;
import dev.modelward.protect.build.Delivery;
import dev.modelward.protect.build.Granting;
import dev.modelward.protect.build.RecipientException;
import dev.modelward.protect.plan.ExposurePlan;
import dev.modelward.runtime.artifact.Names;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say where the grants of a plan's recipients go, if they are to be issued. */
final class GrantOptions {
  @Option(
      names = "--grants",
      paramLabel = "FOLDER",
      description =
          "Where the grants of the plan's recipients go; beside the artifact, as NAME.grants, if"
              + " not given.")
  private List<Path> folders = new ArrayList<>();

  @Option(names = "--no-grants", description = "Issue no grants.")
  private boolean isOff;

  /** The folder of the grants of an artifact that is in a folder. */
  private Path folder(Path artifact) {
    return folders.isEmpty()
        ? Beside.of(artifact, Names.FOLDER, Granting.FOLDER)
        : folders.getLast();
  }

  /** What would be replaced beside an artifact, if anything. */
  Optional<Path> inTheWay(Path artifact) {
    return Optional.of(folder(artifact)).filter(folder -> !isOff && Files.exists(folder));
  }

  /** The delivery of an artifact to a folder; recipients' keys are read before anything is made. */
  Delivery delivery(ExposurePlan plan, Path artifact) throws RecipientException {
    Path grants = folder(artifact);
    return isOff ? new Delivery(artifact, grants, List.of()) : Delivery.of(plan, artifact, grants);
  }
}
