// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace;

import dev.modelward.onnx.OnnxModel;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.filesystem.IFileInfo;
import org.eclipse.core.filesystem.IFileStore;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;

/** The file of a model, in the workspace or anywhere else that Eclipse reaches. */
public record ModelFile(URI location) {
  /** The content type of such files. */
  public static final String CONTENT_TYPE = "dev.modelward.workspace.onnx";

  /** The file of a workspace resource. */
  public static ModelFile of(IFile file) {
    return new ModelFile(
        Optional.ofNullable(file.getLocationURI())
            .orElseGet(() -> EFS.getNullFileSystem().getStore(file.getFullPath()).toURI()));
  }

  /** The last part of its path. */
  public String name() {
    String path = Optional.ofNullable(location.getPath()).orElseGet(location::toString);
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Where it lies, as people write it. */
  public String place() {
    return EFS.SCHEME_FILE.equals(location.getScheme())
        ? new File(location).getPath()
        : location.toString();
  }

  /** Its path, if it lies in a folder of this machine. */
  public Optional<Path> local() {
    return EFS.SCHEME_FILE.equals(location.getScheme())
        ? Optional.of(new File(location).toPath())
        : Optional.empty();
  }

  /** Opens the model; may take a while, so never on the thread of the screen. */
  public OnnxModel open(IProgressMonitor monitor) throws IOException, CoreException {
    IFileStore store = EFS.getStore(location);
    Optional<File> here = Optional.ofNullable(store.toLocalFile(EFS.NONE, monitor));
    Optional<File> local =
        here.isPresent() ? here : Optional.ofNullable(store.toLocalFile(EFS.CACHE, monitor));
    return OnnxModel.open(
        local.map(File::toPath).orElseThrow(() -> new FileNotFoundException(place())));
  }

  /** How the file looks now; may take a while. */
  public Stamp stamp() throws CoreException {
    IFileInfo seen = EFS.getStore(location).fetchInfo();
    return seen.exists() ? new Stamp(seen.getLength(), seen.getLastModified()) : new Stamp(-1, 0);
  }
}
