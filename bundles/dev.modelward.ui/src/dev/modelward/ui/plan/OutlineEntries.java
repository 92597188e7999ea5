// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan;

import java.util.List;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.viewers.ITreeContentProvider;

/** The entries of an outline as a viewer asks for them. */
@NonNullByDefault({})
final class OutlineEntries implements ITreeContentProvider {

  @Override
  public Object[] getElements(Object input) {
    return ((List<?>) input).toArray();
  }

  @Override
  public Object[] getChildren(Object element) {
    return ((OutlineEntry) element).inner().toArray();
  }

  /** All of them are shown from the start. */
  @Override
  public @Nullable Object getParent(Object element) {
    return null;
  }

  @Override
  public boolean hasChildren(Object element) {
    return !((OutlineEntry) element).inner().isEmpty();
  }
}
