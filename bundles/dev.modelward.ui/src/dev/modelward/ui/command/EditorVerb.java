// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.command;

import dev.modelward.ui.editor.ModelEditor;
import java.util.function.Consumer;

/** What one can tell an editor to do, by the names that the commands use. */
enum EditorVerb {
  COPY_TABLE(editor -> editor.layers().copyAll()),
  SHOW_IN_GRAPH(ModelEditor::showInGraph),
  SHOW_IN_LAYERS(ModelEditor::showInLayers),
  ZOOM_IN(editor -> editor.graph().canvas().zoomIn()),
  ZOOM_OUT(editor -> editor.graph().canvas().zoomOut()),
  ZOOM_TO_FIT(editor -> editor.graph().canvas().zoomToFit()),
  FOLD_ALL(editor -> editor.graph().foldAll()),
  UNFOLD_ALL(editor -> editor.graph().unfoldAll()),
  ENTER_GRAPH(editor -> editor.graph().enter()),
  LEAVE_GRAPH(editor -> editor.graph().leave()),
  EXPORT_PICTURE(editor -> editor.graph().exportPicture()),
  FIND(ModelEditor::find),
  RELOAD(ModelEditor::reload);

  private final Consumer<ModelEditor> action;

  EditorVerb(Consumer<ModelEditor> action) {
    this.action = action;
  }

  void tell(ModelEditor editor) {
    action.accept(editor);
  }
}
