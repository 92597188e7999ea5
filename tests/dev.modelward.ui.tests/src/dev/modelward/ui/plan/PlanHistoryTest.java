// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.ui.bot.Bot;
import dev.modelward.ui.plan.sheet.PlanList;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.action.IAction;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanHistoryTest {
  private final Bot bot = new Bot();

  @TempDir private Path folder = Path.of("");

  @AfterEach
  void tearDown() {
    bot.close();
  }

  private static void run(String command) throws CommandException {
    Bot.window().getService(IHandlerService.class).executeCommand(command, null);
  }

  @Test
  void isOneForTablesAndText() throws IOException, CommandException {
    Plans plans = new Plans(bot, folder);
    PlanEditor editor = plans.open(plans.write("net.ward", Plans.TEXT));
    editor.showSource();
    plans.type(editor, "acme", "acorn");
    editor.showViews();
    editor.plan().change(form -> form.remove(form.sheet().rows(PlanList.LIMITS).getFirst()));
    plans.settle(editor);

    run(IWorkbenchCommandConstants.EDIT_UNDO);
    plans.settle(editor);
    assertEquals(Plans.TEXT.replaceFirst("acme", "acorn"), Plans.document(editor).get());
    run(IWorkbenchCommandConstants.EDIT_UNDO);
    plans.settle(editor);
    assertEquals(Plans.TEXT, Plans.document(editor).get());

    editor.showSource();
    run(IWorkbenchCommandConstants.EDIT_REDO);
    plans.settle(editor);
    assertTrue(Plans.document(editor).get().contains("acorn"));
    editor.showRecipients();
    assertEquals("acorn", editor.forms().recipients().table().getItem(0).getText());
  }

  @Test
  void isRevertedFromTheTablesToo() throws IOException {
    Plans plans = new Plans(bot, folder);
    PlanEditor editor = plans.open(plans.write("net.ward", Plans.TEXT));
    plans.type(editor, "acme", "acorn");
    editor.showViews();
    IAction revert =
        editor.getEditorSite().getActionBars().getGlobalActionHandler(ActionFactory.REVERT.getId());
    assertTrue(revert.isEnabled());
    revert.run();
    plans.settle(editor);
    assertEquals(Plans.TEXT, editor.plan().sheet().text());
  }
}
