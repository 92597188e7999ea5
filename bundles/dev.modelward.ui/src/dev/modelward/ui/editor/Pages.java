// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.editor;

import dev.modelward.ui.flow.FlowPage;
import dev.modelward.ui.importance.ImportancePage;
import dev.modelward.ui.layers.LayersPage;
import dev.modelward.ui.model.Element;
import dev.modelward.ui.model.ModelContent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.widgets.Composite;

/** The pages of an editor, in the order in which they stand there. */
record Pages(LayersPage layers, ImportancePage importance, FlowPage graph) {
  static final int LAYERS = 0;
  static final int IMPORTANCE = 1;
  static final int GRAPH = 2;

  static Pages of(ModelEditor editor, Composite parent) {
    return new Pages(
        new LayersPage(parent, editor.selection(), editor::showInGraph),
        new ImportancePage(parent, editor.selection(), editor::showInGraph),
        new FlowPage(parent, editor.selection(), editor::content, editor::showInLayers));
  }

  void show(ModelContent model, Optional<Path> file) {
    layers.show(model);
    importance.show(model, file);
    graph.refresh();
  }

  void restore(EditorState state) {
    layers.restore(state.layers());
    importance.restore(state.importance());
  }

  EditorState state(int page, List<Element> selected) {
    return new EditorState(page, selected, layers.state(), importance.state());
  }

  /** Somebody turns to a page. */
  void activate(int page) {
    switch (page) {
      case IMPORTANCE -> importance.activate();
      case GRAPH -> graph.activate();
      default -> {}
    }
  }

  /** Puts the keyboard to work on a page. */
  void setFocus(int page) {
    switch (page) {
      case IMPORTANCE -> importance.setFocus();
      case GRAPH -> graph.canvas().setFocus();
      default -> layers.setFocus();
    }
  }
}
