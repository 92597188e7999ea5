// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.editor;

import dev.modelward.onnx.graph.Scope;
import dev.modelward.ui.importance.ImportanceState;
import dev.modelward.ui.layers.LayersState;
import dev.modelward.ui.model.Element;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.ui.IMemento;

/** What an editor keeps until the next time: its page, what is selected, what is looked for. */
record EditorState(
    int page, List<Element> selected, LayersState layers, ImportanceState importance) {
  static final EditorState FRESH =
      new EditorState(0, List.of(), LayersState.FRESH, ImportanceState.FRESH);

  private static final String PAGE = "page";
  private static final String SCOPE = "scope";
  private static final String NODE = "node";
  private static final Pattern STEP = Pattern.compile("(\\d+):([^/]+)");

  /** Keeps its own copy. */
  EditorState {
    selected = List.copyOf(selected);
  }

  static EditorState read(IMemento memento) {
    LayersState layers =
        new LayersState(
            text(memento, "words"),
            text(memento, "weighted"),
            text(memento, "column"),
            text(memento, "way"));
    ImportanceState importance =
        new ImportanceState(text(memento, "map"), text(memento, "borders"), text(memento, "axis"));
    int page = Optional.ofNullable(memento.getInteger(PAGE)).orElse(0);
    Scope scope = scope(text(memento, SCOPE));
    List<Element> selected =
        Stream.ofNullable(memento.getInteger(NODE))
            .<Element>map(node -> new Element.AtNode(scope, node))
            .toList();
    return new EditorState(page, selected, layers, importance);
  }

  private static String text(IMemento memento, String key) {
    return Optional.ofNullable(memento.getString(key)).orElse("");
  }

  private static Scope scope(String text) {
    return new Scope(
        STEP.matcher(text)
            .results()
            .map(step -> new Scope.Step(Integer.parseInt(step.group(1)), step.group(2)))
            .toList());
  }

  void write(IMemento memento) {
    memento.putInteger(PAGE, page);
    memento.putString("words", layers.words());
    memento.putString("weighted", layers.weighted());
    memento.putString("column", layers.column());
    memento.putString("way", layers.way());
    memento.putString("map", importance.map());
    memento.putString("borders", importance.borders());
    memento.putString("axis", importance.axis());
    if (!selected.isEmpty() && selected.get(0) instanceof Element.AtNode place) {
      memento.putString(SCOPE, place.scope().toString());
      memento.putInteger(NODE, place.node());
    }
  }
}
