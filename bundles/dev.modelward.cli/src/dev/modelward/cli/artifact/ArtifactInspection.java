// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.artifact;

import dev.modelward.cli.work.Failure;
import dev.modelward.cli.work.Refusal;
import dev.modelward.runtime.ProtectionException;
import dev.modelward.runtime.artifact.Artifact;
import dev.modelward.runtime.artifact.Manifest;
import dev.modelward.runtime.artifact.Names;
import dev.modelward.runtime.sign.VendorKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What an artifact's manifest says, and how much of it was checked. */
public record ArtifactInspection(Path folder, Manifest manifest, Check check) {

  /** How much of an artifact was checked. */
  public enum Check {
    /** Nothing: anybody may have written it. */
    NONE("signature not checked: give --vendor"),
    /** The manifest's signature, and no file yet. */
    SIGNATURE("the vendor signed the manifest; files not checked"),
    /** The signature and all files. */
    ALL("every file and tensor is what the vendor signed");

    private final String words;

    Check(String words) {
      this.words = words;
    }

    /** What people read of it. */
    public String words() {
      return words;
    }
  }

  /** Whether a folder is an artifact's by its name or content. */
  public static boolean isArtifact(Path folder) {
    boolean isNamed = String.valueOf(folder.getFileName()).endsWith(Names.FOLDER);
    return Files.isDirectory(folder) && (isNamed || Files.exists(folder.resolve(Names.MANIFEST)));
  }

  /** What the manifest says, whoever wrote it. */
  public static ArtifactInspection unchecked(Path folder) throws Refusal, ProtectionException {
    try {
      byte[] text = Files.readAllBytes(folder.resolve(Names.MANIFEST));
      return new ArtifactInspection(folder, Manifest.look(text), Check.NONE);
    } catch (IOException e) {
      throw new Refusal(Failure.reading(folder.resolve(Names.MANIFEST), e));
    }
  }

  /** What a vendor says of the artifact, whose files are read too if all is to be verified. */
  public static ArtifactInspection checked(Path folder, VendorKey vendor, boolean all)
      throws Refusal, ProtectionException {
    Artifact artifact = GivenFiles.artifact(folder, vendor);
    if (!all) {
      return new ArtifactInspection(folder, artifact.manifest(), Check.SIGNATURE);
    }
    try {
      artifact.verify(Runtime.getRuntime().availableProcessors());
    } catch (IOException e) {
      throw new Refusal(GivenFiles.reading(folder, e));
    }
    return new ArtifactInspection(folder, artifact.manifest(), Check.ALL);
  }
}
