// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.source;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.filesystem.URIUtil;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IPath;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.ide.ResourceUtil;

/** Where the file of an editor is on the disk; only its name if it is not on a disk. */
final class InputPath {
  private InputPath() {}

  static Path of(IEditorInput input) {
    Optional<IPath> inside =
        Optional.ofNullable(ResourceUtil.getFile(input)).map(IFile::getLocation);
    return inside
        .or(() -> outside(input))
        .map(IPath::toPath)
        .orElseGet(() -> Path.of(input.getName()));
  }

  private static Optional<IPath> outside(IEditorInput input) {
    Optional<URI> place =
        input instanceof IURIEditorInput outside
            ? Optional.ofNullable(outside.getURI())
            : Optional.empty();
    return place.map(URIUtil::toPath);
  }
}
