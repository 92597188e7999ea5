// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.editor;

import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jdt.annotation.NonNullByDefault;

/** Tells when a file of the workspace goes to another place, or goes for good. */
final class FileFollower implements IResourceChangeListener, AutoCloseable {
  private final IFile file;
  private final Fate fate;

  /** What can become of a file; told on whatever thread changed it. */
  interface Fate {
    void moved(IFile to);

    void deleted();
  }

  FileFollower(IFile file, Fate fate) {
    this.file = file;
    this.fate = fate;
    ResourcesPlugin.getWorkspace()
        .addResourceChangeListener(this, IResourceChangeEvent.POST_CHANGE);
  }

  @Override
  @NonNullByDefault({})
  public void resourceChanged(IResourceChangeEvent event) {
    Optional.ofNullable(event.getDelta())
        .map(delta -> delta.findMember(file.getFullPath()))
        .filter(delta -> delta.getKind() == IResourceDelta.REMOVED)
        .ifPresent(this::removed);
  }

  private void removed(IResourceDelta delta) {
    Optional<IPath> to = Optional.ofNullable(delta.getMovedToPath());
    to.map(path -> file.getWorkspace().getRoot().getFile(path))
        .ifPresentOrElse(fate::moved, fate::deleted);
  }

  @Override
  public void close() {
    ResourcesPlugin.getWorkspace().removeResourceChangeListener(this);
  }
}
