// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan;

import dev.modelward.ui.plan.live.LivePlan;
import dev.modelward.ui.plan.sheet.PlanSheet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;

/** The outline of a plan: its sections, and the items of its lists. */
@NonNullByDefault({})
final class PlanOutline extends ContentOutlinePage {
  private final LivePlan plan;
  private final Consumer<OutlineEntry> visit;
  private final Consumer<PlanSheet> follower = this::show;
  private boolean following;
  private boolean closed;

  /** An outline that has its editor visit what is selected in it. */
  PlanOutline(LivePlan plan, Consumer<OutlineEntry> visit) {
    this.plan = plan;
    this.visit = visit;
  }

  @Override
  public void createControl(Composite parent) {
    super.createControl(parent);
    TreeViewer viewer = getTreeViewer();
    viewer.setContentProvider(new OutlineEntries());
    viewer.setLabelProvider(
        new DelegatingStyledCellLabelProvider(
            new OutlineLabels(
                new LocalResourceManager(JFaceResources.getResources(), viewer.getControl()))));
    viewer.addSelectionChangedListener(event -> lead(event.getStructuredSelection()));
    plan.follow(follower);
  }

  private void lead(IStructuredSelection selected) {
    if (!following && selected.getFirstElement() instanceof OutlineEntry entry) {
      visit.accept(entry);
    }
  }

  /** A text that cannot be read leaves the outline as it was. */
  private void show(PlanSheet sheet) {
    TreeViewer viewer = getTreeViewer();
    List<OutlineEntry> entries = OutlineEntry.of(sheet);
    if (sheet.isReadable() && !entries.equals(viewer.getInput())) {
      quietly(() -> {
        viewer.getControl().setRedraw(false);
        viewer.setInput(entries);
        viewer.expandAll();
        viewer.getControl().setRedraw(true);
      });
    }
  }

  /** Selects the entry to which a line belongs. */
  void follow(int line) {
    TreeViewer viewer = getTreeViewer();
    if (viewer != null && !viewer.getControl().isDisposed()) {
      Optional<OutlineEntry> entry = OutlineEntry.at(OutlineEntry.of(plan.sheet()), line);
      entry.ifPresent(
          there -> quietly(() -> viewer.setSelection(new StructuredSelection(there), true)));
    }
  }

  private void quietly(Runnable action) {
    following = true;
    action.run();
    following = false;
  }

  /** Whether its view has let go of it. */
  boolean isClosed() {
    return closed;
  }

  @Override
  public void dispose() {
    closed = true;
    plan.leave(follower);
    super.dispose();
  }
}
