// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.outline;

import dev.modelward.ui.model.Element;
import dev.modelward.ui.model.ElementSelection;
import dev.modelward.ui.model.Follower;
import dev.modelward.ui.model.ModelContent;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNull;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;
import org.eclipse.ui.views.properties.IPropertySheetPage;

/** The outline of a model, which follows the editor's selection and leads it. */
@NonNullByDefault({DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
public final class OutlinePage extends ContentOutlinePage implements Follower, IAdaptable {
  private static final int REMEMBERED = 2;

  private final ElementSelection selection;
  private final Supplier<IPropertySheetPage> properties;
  private final Supplier<Optional<ModelContent>> content;
  private boolean following;

  /** An outline that leads a selection, with properties of its elements for who asks. */
  public OutlinePage(
      ElementSelection selection,
      Supplier<Optional<ModelContent>> content,
      Supplier<IPropertySheetPage> properties) {
    this.selection = selection;
    this.content = content;
    this.properties = properties;
  }

  @Override
  public void createControl(Composite parent) {
    super.createControl(parent);
    TreeViewer viewer = getTreeViewer();
    viewer.setUseHashlookup(true);
    viewer.addSelectionChangedListener(event -> lead(event.getStructuredSelection()));
    viewer.addDoubleClickListener(event -> {
      Object first = ((IStructuredSelection) event.getSelection()).getFirstElement();
      viewer.setExpandedState(first, !viewer.getExpandedState(first));
    });
    selection.add(this);
    show();
  }

  private void lead(IStructuredSelection selected) {
    if (!following) {
      selection.select(
          selected.stream().filter(Element.class::isInstance).map(Element.class::cast).toList(),
          this);
    }
  }

  /** Shows the parts of a model, with all that was open before still open. */
  public void show() {
    TreeViewer viewer = getTreeViewer();
    if (viewer != null && !viewer.getControl().isDisposed()) {
      content.get().ifPresent(shown -> fill(viewer, shown));
    }
  }

  private void fill(TreeViewer viewer, ModelContent shown) {
    Object[] open = viewer.getExpandedElements();
    OutlineTree tree = new OutlineTree(shown);
    viewer.getControl().setRedraw(false);
    viewer.setContentProvider(new OutlineContent(tree));
    viewer.setLabelProvider(
        new DelegatingStyledCellLabelProvider(
            new OutlineText(new OutlineLabels(tree), resources(viewer))));
    viewer.setInput(new Element.Whole());
    if (open.length == 0) {
      viewer.expandToLevel(REMEMBERED);
    } else {
      viewer.setExpandedElements(open);
    }
    viewer.getControl().setRedraw(true);
    follow(selection.elements());
  }

  private static LocalResourceManager resources(TreeViewer viewer) {
    return new LocalResourceManager(JFaceResources.getResources(), viewer.getControl());
  }

  @Override
  public void follow(@NonNull List<@NonNull Element> elements) {
    TreeViewer viewer = getTreeViewer();
    if (viewer == null || viewer.getControl().isDisposed() || viewer.getInput() == null) {
      return;
    }
    following = true;
    viewer.setSelection(new StructuredSelection(elements), true);
    following = false;
  }

  @Override
  @NonNullByDefault({})
  public <T> T getAdapter(Class<T> type) {
    return type.cast(IPropertySheetPage.class.equals(type) ? properties.get() : null);
  }

  @Override
  public void dispose() {
    selection.remove(this);
    super.dispose();
  }
}
