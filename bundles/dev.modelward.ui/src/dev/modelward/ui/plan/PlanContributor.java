// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.editors.text.TextEditorActionContributor;
import org.eclipse.ui.part.MultiPageEditorActionBarContributor;

/**
 * The actions of the plan editor: on the page of the text those of every text editor, elsewhere
 * those of its history only, for the forms write into the same document.
 */
@NonNullByDefault({})
public final class PlanContributor extends MultiPageEditorActionBarContributor {
  private final TextEditorActionContributor text = new TextEditorActionContributor();
  private @Nullable PlanEditor editor;

  @Override
  public void init(IActionBars bars, IWorkbenchPage page) {
    super.init(bars, page);
    text.init(bars, page);
  }

  @Override
  public void setActiveEditor(IEditorPart part) {
    editor = part instanceof PlanEditor plan ? plan : null;
    super.setActiveEditor(part);
  }

  @Override
  public void setActivePage(@Nullable IEditorPart page) {
    text.setActiveEditor(page);
    PlanEditor shown = editor;
    if (page == null && shown != null) {
      for (ActionFactory each : new ActionFactory[] {ActionFactory.UNDO, ActionFactory.REDO}) {
        getActionBars()
            .setGlobalActionHandler(each.getId(), shown.source().getAction(each.getId()));
      }
      getActionBars()
          .setGlobalActionHandler(
              ActionFactory.REVERT.getId(), shown.source().getAction(ActionFactory.REVERT.getId()));
    }
    getActionBars().updateActionBars();
  }

  @Override
  public void contributeToMenu(IMenuManager menu) {
    text.contributeToMenu(menu);
  }

  @Override
  public void contributeToToolBar(IToolBarManager tools) {
    text.contributeToToolBar(tools);
  }

  @Override
  public void contributeToStatusLine(IStatusLineManager status) {
    text.contributeToStatusLine(status);
  }

  @Override
  public void dispose() {
    text.dispose();
    super.dispose();
  }
}
