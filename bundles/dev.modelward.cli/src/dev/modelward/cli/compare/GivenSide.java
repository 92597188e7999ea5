// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.compare;

import dev.modelward.cli.artifact.ArtifactInspection;
import dev.modelward.cli.artifact.GivenFiles;
import dev.modelward.cli.artifact.OwnArtifact;
import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.Refusal;
import dev.modelward.protect.compare.Locations;
import dev.modelward.protect.compare.Side;
import dev.modelward.protect.keys.KeyRing;
import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.Manifest;
import dev.modelward.runtime.artifact.TierKey;
import dev.modelward.runtime.sign.VendorKey;
import java.io.IOException;
import java.nio.file.Path;

/** An artifact that is compared, how much of it was checked, and what of it is opened. */
record GivenSide(Path folder, ArtifactInspection.Check check, Side side) implements AutoCloseable {

  /** One of which nothing is opened or checked. */
  static GivenSide unchecked(Path folder) throws Refusal, ProtectionException {
    return closed(ArtifactInspection.unchecked(folder));
  }

  /** One of which nothing is opened, and which a vendor signed. */
  static GivenSide signed(Path folder, VendorKey vendor) throws Refusal, ProtectionException {
    return closed(ArtifactInspection.checked(folder, vendor, false));
  }

  private static GivenSide closed(ArtifactInspection inspection) {
    Side side = new Side(inspection.manifest(), Locations.none());
    return new GivenSide(inspection.folder(), inspection.check(), side);
  }

  /** One whose rings are all opened by its vendor's keys. */
  static GivenSide own(Path folder, KeyRing ring) throws Exception {
    OwnArtifact own = OwnArtifact.open(folder, ring);
    try (TierKey top = own.top()) {
      return opened(folder, own.artifact(), top);
    }
  }

  /** One whose rings are opened up to the tier of a key. */
  static GivenSide opened(Path folder, Artifact artifact, TierKey key)
      throws Refusal, ProtectionException {
    try {
      Locations locations = Locations.of(artifact, key);
      Side side = new Side(artifact.manifest(), locations);
      return new GivenSide(folder, ArtifactInspection.Check.SIGNATURE, side);
    } catch (IOException e) {
      throw new Refusal(GivenFiles.reading(folder, e));
    }
  }

  /** Which rings are opened, in words. */
  String opened() {
    int opened = side.locations().opened();
    int all = manifest().highest();
    if (opened == 0) {
      return "none of %d rings opened".formatted(all);
    }
    return side.isOpen()
        ? "all rings opened"
        : "rings up to %d of %d opened".formatted(opened, all);
  }

  Manifest manifest() {
    return side.manifest();
  }

  static Failure twoWays() {
    return new Failure(
        "modelward diff",
        "Keys of the vendor and grants are two ways to open rings.",
        "Choose one of them.");
  }

  @Override
  public void close() {
    side.locations().close();
  }
}
