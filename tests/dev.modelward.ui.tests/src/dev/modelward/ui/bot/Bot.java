// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.modelward.ui.editor.ModelEditor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;

/** A hand that works the workbench from the thread of its event loop. */
public final class Bot implements AutoCloseable {
  private static final long PATIENCE = 30_000;

  private final EventLoopWatch watch;
  private final List<String> errors = new CopyOnWriteArrayList<>();
  private final ILogListener log = this::logged;

  public Bot() {
    this(new EventLoopWatch());
  }

  public Bot(EventLoopWatch watch) {
    this.watch = watch;
    Platform.addLogListener(log);
  }

  private void logged(IStatus status, String plugin) {
    if (status.matches(IStatus.ERROR)) {
      errors.add(plugin + ": " + status.getMessage() + " " + status.getException());
    }
  }

  public static IWorkbenchWindow window() {
    return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
  }

  public static IWorkbenchPage page() {
    return window().getActivePage();
  }

  /** Runs the event loop until something holds. */
  public void until(String what, BooleanSupplier holds) {
    if (!runs(PATIENCE, holds)) {
      fail("waited in vain until " + what);
    }
  }

  /** Runs the event loop until something holds, and says how many milliseconds that took. */
  public long time(BooleanSupplier holds) {
    long started = System.nanoTime();
    until("it is done", holds);
    return (System.nanoTime() - started) / 1_000_000;
  }

  /** Runs the event loop for a while. */
  public void rest(long millis) {
    runs(millis, () -> false);
  }

  private boolean runs(long millis, BooleanSupplier holds) {
    Display display = Display.getCurrent();
    long end = System.nanoTime() + millis * 1_000_000;
    Runnable tick = new Tick(display);
    tick.run();
    try {
      while (!holds.getAsBoolean()) {
        if (System.nanoTime() > end) {
          return false;
        }
        if (!watch.dispatch(display)) {
          display.sleep();
        }
      }
      return true;
    } finally {
      display.timerExec(-1, tick);
    }
  }

  /** Wakes the loop now and then. */
  private record Tick(Display display) implements Runnable {
    @Override
    public void run() {
      display.timerExec(10, this);
    }
  }

  public void hideWelcome() {
    IViewPart intro = page().findView("org.eclipse.ui.internal.introview");
    if (intro != null) {
      page().hideView(intro);
    }
  }

  public ModelEditor open(Path file) {
    return (ModelEditor) part(file);
  }

  /** Opens a file in whatever editor is there for it. */
  public IEditorPart part(Path file) {
    hideWelcome();
    try {
      return IDE.openEditorOnFileStore(page(), EFS.getLocalFileSystem().getStore(file.toUri()));
    } catch (PartInitException e) {
      throw new IllegalStateException(e);
    }
  }

  public ModelEditor openAndRead(Path file) {
    ModelEditor editor = open(file);
    until("the model is read", () -> editor.content().isPresent());
    return editor;
  }

  public static <T extends Control> List<T> all(Composite root, Class<T> type) {
    List<T> found = new ArrayList<>();
    for (Control child : root.getChildren()) {
      if (type.isInstance(child)) {
        found.add(type.cast(child));
      }
      if (child instanceof Composite below) {
        found.addAll(all(below, type));
      }
    }
    return found;
  }

  public static <T extends Control> T the(Composite root, Class<T> type, Predicate<T> which) {
    Optional<T> found = all(root, type).stream().filter(which).findFirst();
    assertTrue(found.isPresent(), () -> "no such " + type.getSimpleName());
    return found.orElseThrow();
  }

  public static void press(Button button) {
    if ((button.getStyle() & SWT.RADIO) != 0) {
      for (Button other : all(button.getParent(), Button.class)) {
        other.setSelection(other == button);
      }
    }
    button.notifyListeners(SWT.Selection, new Event());
  }

  /** Takes a picture of the window as it is on the screen, with all its dots. */
  public static Path shot(String name) {
    Shell shell = window().getShell();
    Path folder = Path.of(System.getProperty("modelward.screenshots", "target/screenshots"));
    Point corner = shell.getLocation();
    Point inside = shell.toDisplay(0, 0);
    Rectangle area = shell.getClientArea();
    Point size = new Point(area.width, inside.y - corner.y + area.height);
    Image image = new Image(shell.getDisplay(), size.x, size.y);
    GC gc = new GC(shell.getDisplay());
    gc.copyArea(image, inside.x, corner.y);
    gc.dispose();
    ImageLoader loader = new ImageLoader();
    loader.data = new ImageData[] {image.getImageData(shell.getMonitor().getZoom())};
    image.dispose();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Path file = folder.resolve(name + ".png");
    loader.save(file.toString(), SWT.IMAGE_PNG);
    return file;
  }

  @Override
  public void close() {
    page().closeAllEditors(false);
    rest(50);
    watch.close();
    Platform.removeLogListener(log);
    assertEquals(List.of(), errors, "errors in the log");
  }
}
