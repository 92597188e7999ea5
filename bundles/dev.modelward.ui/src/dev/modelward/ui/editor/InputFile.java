// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.editor;

import dev.modelward.workspace.ModelFile;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.ResourceUtil;

/** Which file an editor is asked to open. */
final class InputFile {
  private InputFile() {}

  static Optional<IFile> workspace(IEditorInput input) {
    return Optional.ofNullable(ResourceUtil.getFile(input));
  }

  static ModelFile of(IEditorInput input) throws PartInitException {
    Optional<IFile> file = workspace(input);
    if (file.isPresent()) {
      return ModelFile.of(file.get());
    }
    if (input instanceof IURIEditorInput outside) {
      return new ModelFile(outside.getURI());
    }
    throw new PartInitException("expected a file, found " + input.getName());
  }
}
