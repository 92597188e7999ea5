// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.widget;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.handlers.IHandlerActivation;
import org.eclipse.ui.handlers.IHandlerService;

/** What a command does while a control has the focus; elsewhere it does what it always did. */
@NonNullByDefault({})
public final class FocusedHandler extends AbstractHandler {
  private final Runnable action;
  private final List<IHandlerActivation> active = new ArrayList<>();

  private FocusedHandler(Runnable action) {
    this.action = action;
  }

  /** Has a command do something of a control's own as long as the control has the focus. */
  public static void put(
      IHandlerService service, String command, Control control, Runnable action) {
    FocusedHandler handler = new FocusedHandler(action);
    control.addListener(
        SWT.FocusIn, e -> handler.active.add(service.activateHandler(command, handler)));
    control.addListener(SWT.FocusOut, e -> handler.release(service));
    control.addListener(SWT.Dispose, e -> handler.release(service));
  }

  private void release(IHandlerService service) {
    service.deactivateHandlers(active);
    active.clear();
  }

  @Override
  public @Nullable Object execute(ExecutionEvent event) {
    action.run();
    return null;
  }
}
