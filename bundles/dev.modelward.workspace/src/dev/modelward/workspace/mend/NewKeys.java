// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace.mend;

import dev.modelward.protect.fault.Fault;
import dev.modelward.protect.keys.KeyRing;
import dev.modelward.protect.keys.KeyRingException;
import dev.modelward.protect.keys.Protector;
import dev.modelward.protect.provenance.AttestingKey;
import dev.modelward.runtime.sign.VendorKey;
import dev.modelward.workspace.Complaint;
import dev.modelward.workspace.Statuses;
import dev.modelward.workspace.build.KeySource;
import dev.modelward.workspace.build.ProjectSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.osgi.util.NLS;

/**
 * A key ring for a project: the ring and the vendor's public key in the project, the file that
 * opens the ring in the user's home.
 */
record NewKeys(IProject project, Path home) {
  private static final String RING = "vendor.keys";
  private static final String VENDOR = "vendor.pub";
  private static final String FOLDER = ".modelward";
  private static final String ENDING = ".key";

  /** Makes them, and lets the project's settings say where they are. */
  void make(IProgressMonitor monitor) throws CoreException {
    Path ring = project.getLocation().toPath().resolve(RING);
    String opener = FOLDER + "/" + project.getName() + ENDING;
    try {
      Files.createDirectories(home.resolve(FOLDER));
      write(ring, home.resolve(opener));
    } catch (IOException e) {
      String what = NLS.bind(Messages.keysUnwritten_what, e.getMessage());
      throw failed(new Complaint(what, ring.toString(), Messages.keysUnwritten_advice), e);
    } catch (KeyRingException e) {
      Fault fault = Fault.of(e).orElseThrow();
      throw failed(new Complaint(fault.what(), fault.where(), fault.remedy()), e);
    }
    ProjectSettings.nameKeys(project, RING, KeySource.HOME + opener);
    project.refreshLocal(IResource.DEPTH_INFINITE, monitor);
  }

  private static void write(Path ring, Path opener) throws IOException, KeyRingException {
    Protector protector =
        Files.exists(opener) ? new Protector.KeyFile(opener) : Protector.KeyFile.create(opener);
    try (KeyRing made = KeyRing.create(ring, protector)) {
      AttestingKey.of(made).close();
      String key = made.newSigner().publicKey();
      VendorKey vendor = VendorKey.of(HexFormat.of().parseHex(key));
      Files.writeString(ring.resolveSibling(VENDOR), vendor + "\n");
    }
  }

  private static CoreException failed(Complaint complaint, Exception cause) {
    return new CoreException(Statuses.of(complaint, cause));
  }
}
