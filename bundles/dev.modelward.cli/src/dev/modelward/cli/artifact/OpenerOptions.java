// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.artifact;

import dev.modelward.cli.work.Refusal;
import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.TierKey;
import dev.modelward.runtime.grant.Grant;
import dev.modelward.runtime.wrap.Opener;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what opens a grant, and on which device. */
public final class OpenerOptions {
  @Option(
      names = "--identity",
      paramLabel = "FILE",
      description = "The recipient's identity, which opens the grant.")
  private List<Path> identities = new ArrayList<>();

  @Option(
      names = "--passphrase-env",
      paramLabel = "NAME",
      description = "The passphrase in this environment variable opens the grant.")
  private List<String> variables = new ArrayList<>();

  @Mixin private DeviceOptions device = new DeviceOptions();

  /**
   * Refuses none and two.
   *
   * @throws IllegalArgumentException if there is not exactly one
   */
  public void check() {
    if (identities.isEmpty() == variables.isEmpty()) {
      throw new IllegalArgumentException("expected one of --identity and --passphrase-env");
    }
  }

  /** The key of the granted tier of an artifact, now. */
  public TierKey open(Grant grant, Artifact artifact) throws Refusal, ProtectionException {
    try (Opener opener = opener()) {
      return grant.open(artifact, opener, device.facts(), Instant.now());
    }
  }

  private Opener opener() throws Refusal, ProtectionException {
    return identities.isEmpty()
        ? GivenFiles.passphrase(variables.getLast())
        : GivenFiles.identity(identities.getLast());
  }
}
