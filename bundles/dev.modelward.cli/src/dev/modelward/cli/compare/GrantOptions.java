// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.compare;

import dev.modelward.cli.artifact.GivenFiles;
import dev.modelward.cli.artifact.OpenerOptions;
import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.Refusal;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.TierKey;
import dev.modelward.runtime.grant.Grant;
import dev.modelward.runtime.grant.Subject;
import dev.modelward.runtime.sign.VendorKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which vendor signed, and which grants open rings. */
final class GrantOptions {
  private static final String VERB = "modelward diff";

  @Option(
      names = "--vendor",
      paramLabel = "FILE",
      description = "The vendor's public key; both manifests must be signed with it.")
  private List<Path> vendors = new ArrayList<>();

  @Option(
      names = "--grant",
      paramLabel = "FILE",
      description =
          "A grant for either artifact, which opens its rings up to a tier; needs --vendor. May be"
              + " repeated.")
  private List<Path> grants = new ArrayList<>();

  @Mixin private OpenerOptions opener = new OpenerOptions();

  /** Whether there are any grants. */
  boolean isGiven() {
    return !grants.isEmpty();
  }

  /**
   * Refuses grants that nothing opens.
   *
   * @throws IllegalArgumentException if something is missing
   */
  void check() {
    if (isGiven()) {
      opener.check();
      if (vendors.isEmpty()) {
        throw new IllegalArgumentException("expected --vendor, who signed the grants");
      }
    }
  }

  /** An artifact, opened with the grant for it if there is one. */
  GivenSide open(Path folder) throws Exception {
    if (vendors.isEmpty()) {
      return GivenSide.unchecked(folder);
    }
    VendorKey vendor = GivenFiles.vendor(vendors.getLast());
    Artifact artifact = GivenFiles.artifact(folder, vendor);
    Optional<Grant> grant = grant(artifact, vendor);
    if (grant.isEmpty()) {
      return GivenSide.signed(folder, vendor);
    }
    try (TierKey key = opener.open(grant.get(), artifact)) {
      return GivenSide.opened(folder, artifact, key);
    }
  }

  /** The grant of the highest tier that opens this generation of an artifact. */
  private Optional<Grant> grant(Artifact artifact, VendorKey vendor) throws Exception {
    List<Grant> all = new ArrayList<>();
    for (Path file : grants) {
      Grant grant = GivenFiles.grant(file, vendor);
      Subject subject = grant.terms().subject();
      if (subject.tier() <= artifact.manifest().highest()
          && subject.equals(Subject.of(artifact, subject.tier()))) {
        all.add(grant);
      }
    }
    return all.stream().max(Comparator.comparing(grant -> grant.terms().subject().tier()));
  }

  /** Refuses grants none of which is for either artifact. */
  void checkUsed(GivenSide one, GivenSide other) throws Refusal {
    int opened = one.side().locations().opened() + other.side().locations().opened();
    if (isGiven() && opened == 0) {
      throw new Refusal(
          new Failure(
              VERB,
              "No grant is for either artifact in its generation.",
              "Name grants for these artifacts."));
    }
  }
}
