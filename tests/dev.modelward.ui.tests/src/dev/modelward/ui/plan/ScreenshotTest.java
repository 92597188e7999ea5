// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.ui.bot.Bot;
import dev.modelward.ui.bot.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PartInitException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Makes the pictures of plans that people look at before they release. */
class ScreenshotTest {
  private final Bot bot = new Bot();

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void arrangeTheWindow() throws PartInitException {
    bot.hideWelcome();
    Shell shell = Bot.window().getShell();
    Rectangle screen = shell.getMonitor().getBounds();
    shell.setBounds(0, 0, Math.min(1360, screen.width), Math.min(860, screen.height));
    Bot.page().showView("org.eclipse.ui.views.ContentOutline");
  }

  @AfterEach
  void restoreTheme() {
    Theme.LIGHT.set();
    bot.close();
  }

  /** Light first: what is dark does not become light again as a whole before a restart. */
  @Test
  void showsEveryPageInBothThemes() throws IOException {
    for (Theme theme : Theme.values()) {
      theme.set();
      bot.rest(500);
      showTheForms(theme);
      showTheText(theme);
    }
  }

  private void showTheForms(Theme theme) throws IOException {
    Plans plans = new Plans(bot, folder);
    Path file = plans.write("net.ward", Plans.TEXT);
    new Builds(file).measured("0.102", "0.509", "0.871", "0.9");
    PlanEditor editor = plans.open(file);
    bot.rest(2000);
    editor.forms().views().select(1);
    editor.forms().views().setFocus();
    shot("views", theme);
    editor.forms().views().edit(2, 5);
    shot("views-editing", theme);
    editor.showRecipients();
    editor.forms().recipients().select(0);
    shot("recipients", theme);
    plans.type(editor, "quality: 50 %", "quality: 5 %");
    editor.showViews();
    shot("views-flaw", theme);
    Bot.page().closeEditor(editor, false);
    file = plans.write("new.ward", "model: net.onnx\n");
    editor = plans.open(file);
    shot("views-empty", theme);
    Bot.page().closeEditor(editor, false);
  }

  private void showTheText(Theme theme) throws IOException {
    Plans plans = new Plans(bot, folder);
    PlanEditor editor = plans.open(plans.write("net.ward", Plans.TEXT));
    editor.showSource();
    shot("source", theme);
    plans.type(editor, "quality: 50 %", "quality: 5 %");
    editor.source().reveal(10);
    shot("source-flaw", theme);
    plans.type(editor, "tiers:\n", "ranking:\n  \ntiers:\n");
    editor.source().selectAndReveal(Plans.document(editor).get().indexOf("\ntiers:"), 0);
    editor.source().setFocus();
    ITextOperationTarget target = editor.source().getAdapter(ITextOperationTarget.class);
    target.doOperation(ISourceViewer.CONTENTASSIST_PROPOSALS);
    bot.rest(2500);
    shot("source-completion", theme);
    Bot.page().closeEditor(editor, false);
  }

  private void shot(String name, Theme theme) throws IOException {
    bot.rest(700);
    int zoom = Bot.window().getShell().getMonitor().getZoom();
    Path file = Bot.shot(String.join("-", "plan", name, theme.word(), zoom + ""));
    assertTrue(Files.size(file) > 0);
  }
}
