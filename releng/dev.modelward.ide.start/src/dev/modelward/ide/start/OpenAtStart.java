// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ide.start;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.intro.IIntroManager;

/** Opens the file that was named when the workbench was started. */
public final class OpenAtStart implements IStartup {
  /** The system property that names the file. */
  static final String FILE = "modelward.open";

  @Override
  public void earlyStartup() {
    Optional.ofNullable(System.getProperty(FILE))
        .filter(file -> !file.isBlank())
        .map(file -> Path.of(file).toAbsolutePath())
        .ifPresent(
            file -> PlatformUI.getWorkbench().getDisplay().asyncExec(() -> openInWindow(file)));
  }

  private static void openInWindow(Path file) {
    IIntroManager intro = PlatformUI.getWorkbench().getIntroManager();
    intro.closeIntro(intro.getIntro());
    Optional.ofNullable(PlatformUI.getWorkbench().getActiveWorkbenchWindow())
        .or(() -> Optional.of(PlatformUI.getWorkbench().getWorkbenchWindows()[0]))
        .map(IWorkbenchWindow::getActivePage)
        .ifPresent(page -> open(page, file));
  }

  private static void open(IWorkbenchPage page, Path file) {
    try {
      IDE.openEditorOnFileStore(page, EFS.getLocalFileSystem().getStore(file.toUri()));
    } catch (PartInitException e) {
      ILog.of(OpenAtStart.class).log(e.getStatus());
    }
  }
}
