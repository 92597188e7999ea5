// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.model;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jdt.annotation.DefaultLocation;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;

/** The one selection that all screens of an editor share. */
@NonNullByDefault({DefaultLocation.RETURN_TYPE, DefaultLocation.FIELD})
public final class ElementSelection implements ISelectionProvider {
  private final List<Follower> followers = new CopyOnWriteArrayList<>();
  private final List<ISelectionChangedListener> listeners = new CopyOnWriteArrayList<>();
  private List<Element> elements = List.of();

  /** Selects elements in the name of one screen, so that all others follow. */
  public void select(List<Element> selected, Follower by) {
    if (selected.equals(elements)) {
      return;
    }
    elements = List.copyOf(selected);
    followers.stream().filter(follower -> follower != by).forEach(f -> f.follow(elements));
    SelectionChangedEvent event = new SelectionChangedEvent(this, getSelection());
    listeners.forEach(listener -> listener.selectionChanged(event));
  }

  /** What is selected. */
  public List<Element> elements() {
    return elements;
  }

  /** Lets a screen follow until it is taken away again. */
  public void add(Follower follower) {
    followers.add(follower);
  }

  /** Takes a screen away. */
  public void remove(Follower follower) {
    followers.remove(follower);
  }

  @Override
  public ISelection getSelection() {
    return new StructuredSelection(elements);
  }

  @Override
  public void setSelection(ISelection selection) {
    if (selection instanceof IStructuredSelection structured) {
      select(
          structured.stream().filter(Element.class::isInstance).map(Element.class::cast).toList(),
          nobody -> {});
    }
  }

  @Override
  public void addSelectionChangedListener(ISelectionChangedListener listener) {
    listeners.add(listener);
  }

  @Override
  public void removeSelectionChangedListener(ISelectionChangedListener listener) {
    listeners.remove(listener);
  }
}
