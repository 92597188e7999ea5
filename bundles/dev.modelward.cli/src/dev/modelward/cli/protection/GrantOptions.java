// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.protection;

import dev.modelward.cli.work.Beside;
import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.Refusal;
import dev.modelward.protect.build.Addressee;
import dev.modelward.protect.build.Granting;
import dev.modelward.protect.build.Issued;
import dev.modelward.protect.build.RecipientException;
import dev.modelward.protect.plan.ExposurePlan;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.Names;
import java.io.IOException;
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

  /** To whom a plan grants something; their keys are read before anything is made. */
  List<Addressee> addressees(ExposurePlan plan) throws RecipientException {
    return isOff ? List.of() : Addressee.of(plan);
  }

  /** Grants the addressees their tiers of an artifact. */
  List<Issued> issue(Granting granting, List<Addressee> addressees, Artifact artifact)
      throws Exception {
    Path folder = folder(artifact.folder());
    try {
      return granting.issue(addressees, artifact, folder);
    } catch (IOException e) {
      String why = Failure.writing(folder, e).what();
      throw new Refusal(
          new Failure(
              folder.toString(),
              "The artifact is made, but not all grants are. " + why,
              "Issue them with 'modelward grant'."));
    }
  }
}
