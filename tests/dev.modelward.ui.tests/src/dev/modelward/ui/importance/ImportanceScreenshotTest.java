// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.importance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.testkit.Models;
import dev.modelward.ui.bot.Bot;
import dev.modelward.ui.editor.ModelEditor;
import dev.modelward.ui.heat.LayerRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Makes the pictures of the page of importance that people look at before they release. */
class ImportanceScreenshotTest {
  private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
  private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";
  private static final String MEASURED =
      """
      map,ranking,metric,plain,asked,mean,low,high
      model.magnitude.importance,global,top-1,0.87,0.0005,0.80,0.74,0.86
      model.magnitude.importance,global,top-1,0.87,0.001,0.71,0.62,0.80
      model.magnitude.importance,global,top-1,0.87,0.002,0.52,0.40,0.64
      model.magnitude.importance,global,top-1,0.87,0.005,0.31,0.22,0.40
      model.magnitude.importance,global,top-1,0.87,0.01,0.16,0.12,0.20
      model.magnitude.importance,global,top-1,0.87,0.02,0.11,0.10,0.12
      """;

  private final Bot bot = new Bot();

  @TempDir private Path folder = Path.of("");

  @AfterEach
  void restoreTheme() {
    theme(LIGHT);
    bot.close();
  }

  @SuppressWarnings("restriction") // there is no other way to another theme
  private static void theme(String id) {
    PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(id, false);
  }

  private Path model() throws IOException {
    Path file = Files.createTempDirectory(folder, "maps").resolve("model.onnx");
    Path real =
        Path.of(System.getProperty("modelward.shared", ""))
            .resolve("data/vgg19-cifar10/vgg19-cifar10-bn.onnx");
    if (Files.exists(real)) {
      Files.copy(real, file);
    } else {
      Models.smallCnn().write(file);
    }
    return file;
  }

  /** Light first: what is dark does not become light again as a whole before a restart. */
  @Test
  void showsImportanceInBothThemes() throws IOException {
    bot.hideWelcome();
    Shell shell = Bot.window().getShell();
    Rectangle screen = shell.getMonitor().getBounds();
    shell.setBounds(0, 0, Math.min(1360, screen.width), Math.min(860, screen.height));
    for (IViewReference view : Bot.page().getViewReferences()) {
      if (view.getId().contains("TaskList") || view.getId().contains("rogress")) {
        Bot.page().hideView(view);
      }
    }
    for (String theme : List.of(LIGHT, DARK)) {
      theme(theme);
      bot.rest(500);
      show(theme);
    }
  }

  /** First without a map, then with one, then with what was measured. */
  private void show(String theme) throws IOException {
    Path model = model();
    ModelEditor editor = bot.openAndRead(model);
    editor.showImportance();
    bot.until("it says so", () -> says(editor, "has no importance map yet"));
    bot.rest(500);
    shot("none", theme);
    editor.importance().analyze();
    bot.until("the map is shown", () -> editor.importance().isOpen());
    bot.rest(1000);
    shot("map", theme);
    Files.writeString(model.resolveSibling("model.curve.csv"), MEASURED);
    editor.reload();
    bot.until("the curve is shown", () -> isMeasured(editor));
    selectHottest(editor);
    editor.importance().desk().curve().setFocus();
    bot.rest(1000);
    shot("measured", theme);
    Bot.page().closeEditor(editor, false);
  }

  private static boolean says(ModelEditor editor, String words) {
    return Bot.all((Composite) editor.importance().control(), Label.class).stream()
        .anyMatch(label -> label.getText().contains(words));
  }

  private static boolean isMeasured(ModelEditor editor) {
    return editor.importance().desk().views().getColumn(4).getText().contains("top-1");
  }

  private void selectHottest(ModelEditor editor) {
    Desk desk = editor.importance().desk();
    List<LayerRow> rows = desk.division().orElseThrow().summary().rows();
    int hottest = 0;
    for (int row = 0; row < rows.size(); row++) {
      hottest = rows.get(row).ofScores() > rows.get(hottest).ofScores() ? row : hottest;
    }
    desk.table().setSelection(hottest);
    desk.table().notifyListeners(SWT.Selection, new Event());
    bot.until("the layer is read", () -> desk.layer().sight().isPresent());
  }

  private static void shot(String what, String theme) throws IOException {
    int zoom = Bot.window().getShell().getMonitor().getZoom();
    String name = "importance-" + what + (theme.equals(DARK) ? "-dark-" : "-light-") + zoom;
    assertTrue(Files.size(Bot.shot(name)) > 0);
  }
}
