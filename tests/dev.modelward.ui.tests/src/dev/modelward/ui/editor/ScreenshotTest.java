// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.editor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.testkit.Models;
import dev.modelward.ui.bot.Bot;
import dev.modelward.ui.model.Element;
import dev.modelward.ui.model.ModelContent;
import dev.modelward.ui.model.NodeRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Makes the pictures that people look at before they release. */
class ScreenshotTest {
  private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
  private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";

  private final Bot bot = new Bot();

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void arrangeTheWindow() throws PartInitException {
    bot.hideWelcome();
    Shell shell = Bot.window().getShell();
    Rectangle screen = shell.getMonitor().getBounds();
    shell.setBounds(0, 0, Math.min(1360, screen.width), Math.min(860, screen.height));
    for (IViewReference view : Bot.page().getViewReferences()) {
      if (view.getId().contains("TaskList") || view.getId().contains("rogress")) {
        Bot.page().hideView(view);
      }
    }
    Bot.page().showView("org.eclipse.ui.views.ContentOutline");
    Bot.page().showView("org.eclipse.ui.views.PropertySheet");
  }

  @AfterEach
  void restoreTheme() {
    theme(LIGHT);
    bot.close();
  }

  @SuppressWarnings("restriction") // there is no other way to another theme
  private static void theme(String id) {
    PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(id, false);
  }

  private List<Path> models() throws IOException {
    Path data = Path.of(System.getProperty("modelward.shared", "")).resolve("data");
    List<Path> found = new ArrayList<>();
    for (String name :
        List.of(
            "vgg19-cifar10/vgg19-cifar10-bn.onnx",
            "onnx-third-party/silero-vad/silero_vad.onnx",
            "onnx-third-party/onnx/light_densenet121.onnx")) {
      if (Files.exists(data.resolve(name))) {
        found.add(data.resolve(name));
      }
    }
    if (found.isEmpty()) {
      Path made = folder.resolve("small-cnn.onnx");
      Models.smallCnn().write(made);
      found.add(made);
    }
    return found;
  }

  /** Light first: what is dark does not become light again as a whole before a restart. */
  @Test
  void showsEverythingInBothThemes() throws IOException {
    for (String theme : List.of(LIGHT, DARK)) {
      theme(theme);
      bot.rest(500);
      for (Path model : models()) {
        showLayersAndGraph(model, theme);
      }
      showWhatIsWrong(theme);
    }
  }

  private void showLayersAndGraph(Path model, String theme) throws IOException {
    ModelEditor editor = bot.openAndRead(model);
    editor.layers().reveal(heaviest(editor.content().orElseThrow()));
    bot.rest(700);
    assertTrue(Files.size(shot(model, "layers", theme)) > 0);
    editor.showInGraph();
    bot.until("the graph is drawn", () -> !editor.graph().isBusy());
    bot.rest(700);
    assertTrue(Files.size(shot(model, "graph", theme)) > 0);
    hover(editor.graph().canvas());
    bot.rest(700);
    assertTrue(Files.size(shot(model, "card", theme)) > 0);
    editor.graph().foldAll();
    bot.until("the graph is drawn", () -> !editor.graph().isBusy());
    bot.rest(300);
    assertTrue(Files.size(shot(model, "folded", theme)) > 0);
    Bot.page().closeEditor(editor, false);
  }

  /** The selected box stands in the middle. */
  private static void hover(Control canvas) {
    Event event = new Event();
    event.x = canvas.getSize().x / 2;
    event.y = canvas.getSize().y / 2;
    canvas.notifyListeners(SWT.MouseHover, event);
  }

  private void showWhatIsWrong(String theme) throws IOException {
    Path cut = folder.resolve("cut-short.onnx");
    byte[] whole = Models.smallCnn().message().toArray();
    Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
    ModelEditor editor = bot.open(cut);
    bot.until("it says what is wrong", ScreenshotTest::saysWhatIsWrong);
    bot.rest(300);
    assertTrue(Files.size(shot(cut, "trouble", theme)) > 0);
    Bot.page().closeEditor(editor, false);
  }

  private static boolean saysWhatIsWrong() {
    return Bot.all(Bot.window().getShell(), Label.class).stream()
        .anyMatch(label -> label.isVisible() && label.getText().contains("cannot be shown"));
  }

  private static Element heaviest(ModelContent content) {
    return content.rows().stream()
        .max((a, b) -> Long.compare(a.burden().parameters(), b.burden().parameters()))
        .map(NodeRow::place)
        .orElseThrow();
  }

  private static Path shot(Path model, String page, String theme) {
    String file = String.valueOf(model.getFileName());
    String name = file.substring(0, file.lastIndexOf('.'));
    int zoom = Bot.window().getShell().getMonitor().getZoom();
    return Bot.shot(String.join("-", name, page, theme.equals(DARK) ? "dark" : "light", zoom + ""));
  }
}
