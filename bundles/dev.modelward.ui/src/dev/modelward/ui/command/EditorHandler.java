// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.command;

import dev.modelward.ui.editor.ModelEditor;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.handlers.HandlerUtil;

/** Tells the active editor the verb that the extension names. */
@NonNullByDefault({})
public final class EditorHandler extends AbstractHandler implements IExecutableExtension {
  private EditorVerb verb = EditorVerb.RELOAD;

  @Override
  public void setInitializationData(IConfigurationElement config, String property, Object data) {
    verb = EditorVerb.valueOf(String.valueOf(data));
  }

  @Override
  public @Nullable Object execute(ExecutionEvent event) {
    if (HandlerUtil.getActiveEditor(event) instanceof ModelEditor editor) {
      verb.tell(editor);
    }
    return null;
  }
}
