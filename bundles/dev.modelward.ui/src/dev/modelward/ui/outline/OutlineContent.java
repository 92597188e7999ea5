// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.outline;

import dev.modelward.ui.model.Element;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.ITreeContentProvider;

/** An outline tree as a viewer asks for it. */
@NonNullByDefault({})
record OutlineContent(OutlineTree tree) implements ITreeContentProvider {

  @Override
  public Object[] getElements(Object input) {
    return tree.roots().toArray();
  }

  @Override
  public Object[] getChildren(Object element) {
    return tree.children((Element) element).toArray();
  }

  @Override
  public @Nullable Object getParent(Object element) {
    return tree.parent((Element) element).<@Nullable Object>map(above -> above).orElse(null);
  }

  @Override
  public boolean hasChildren(Object element) {
    return !tree.children((Element) element).isEmpty();
  }
}
