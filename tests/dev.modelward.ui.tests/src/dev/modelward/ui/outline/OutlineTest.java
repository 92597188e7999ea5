// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.outline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.graph.Scope;
import dev.modelward.testkit.Models;
import dev.modelward.testkit.Nets;
import dev.modelward.ui.bot.Bot;
import dev.modelward.ui.editor.ModelEditor;
import dev.modelward.ui.model.Element;
import dev.modelward.ui.model.NodeRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.PageBookView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutlineTest {
  private final Bot bot = new Bot();

  @TempDir private Path folder = Path.of("");

  @AfterEach
  void closeEditors() {
    bot.close();
  }

  private ModelEditor open(OnnxModel model) throws IOException, PartInitException {
    Path file = folder.resolve("model.onnx");
    model.write(file);
    ModelEditor editor = bot.openAndRead(file);
    view("org.eclipse.ui.views.ContentOutline");
    view("org.eclipse.ui.views.PropertySheet");
    Bot.page().activate(editor);
    bot.until("the outline is there", () -> isFilled("ContentOutline"));
    return editor;
  }

  private static IViewPart view(String id) throws PartInitException {
    return Bot.page().showView(id);
  }

  private static Tree tree(String view) {
    PageBookView book = (PageBookView) Bot.page().findView("org.eclipse.ui.views." + view);
    return (Tree) book.getCurrentPage().getControl();
  }

  private static boolean isFilled(String view) {
    PageBookView book = (PageBookView) Bot.page().findView("org.eclipse.ui.views." + view);
    return book.getCurrentPage().getControl() instanceof Tree tree && tree.getItemCount() > 0;
  }

  private static TreeItem item(TreeItem[] items, String text) {
    return Arrays.stream(items)
        .filter(item -> item.getText().startsWith(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError(text + " in " + Arrays.toString(items)));
  }

  @Test
  void listsThePartsOfTheModel() throws Exception {
    open(Models.smallCnn());

    assertEquals(
        List.of("Inputs  1", "Outputs  1", "Nodes  9", "Initializers  14"),
        Arrays.stream(tree("ContentOutline").getItems()).map(TreeItem::getText).toList());
  }

  @Test
  void leadsTheSelectionOfTheTable() throws Exception {
    ModelEditor editor = open(Models.smallCnn());
    Tree tree = tree("ContentOutline");
    TreeItem nodes = item(tree.getItems(), "Nodes");

    tree.setSelection(nodes.getItem(3));
    tree.notifyListeners(SWT.Selection, new Event());

    bot.until("the row is selected", () -> editor.layers().table().getSelectionIndex() == 3);
  }

  @Test
  void followsTheSelectionOfTheTable() throws Exception {
    ModelEditor editor = open(Models.smallCnn());

    editor.layers().table().setSelection(4);
    editor.layers().table().notifyListeners(SWT.Selection, new Event());

    Tree tree = tree("ContentOutline");
    bot.until("the item is selected", () -> tree.getSelectionCount() == 1);
    assertTrue(tree.getSelection()[0].getText().contains("BatchNormalization"));
  }

  @Test
  void tellsThePropertiesOfWhatIsSelected() throws Exception {
    ModelEditor editor = open(Models.smallCnn());

    editor.layers().reveal(new Element.AtNode(Scope.MAIN, 0));

    bot.until("the properties are there", () -> isFilled("PropertySheet"));
    TreeItem[] headings = tree("PropertySheet").getItems();
    assertEquals(
        List.of("Node", "Attributes", "Inputs", "Outputs", "Weights"),
        Arrays.stream(headings).map(TreeItem::getText).toList());
    TreeItem kernel = item(headings[1].getItems(), "kernel_shape");
    assertEquals("[3, 3]", kernel.getText(1));
    assertTrue(item(headings[4].getItems(), "c1.w").getText(1).contains("float32 [4x3x3x3]"));
  }

  @Test
  void cutsLongListsIntoRuns() throws Exception {
    ModelEditor editor = open(Nets.chain(600));
    TreeItem nodes = item(tree("ContentOutline").getItems(), "Nodes");
    assertEquals(3, nodes.getItemCount());

    editor.layers().reveal(new Element.AtNode(Scope.MAIN, 555));

    Tree tree = tree("ContentOutline");
    bot.until("the item is selected", () -> tree.getSelectionCount() == 1);
    assertEquals("500 to 599", tree.getSelection()[0].getParentItem().getText());
  }

  @Test
  void goesDownIntoInnerGraphs() throws Exception {
    ModelEditor editor = open(Models.withSubgraph());
    Element inner =
        editor.content().orElseThrow().rows().stream()
            .filter(row -> !row.graph().isEmpty())
            .map(NodeRow::place)
            .findFirst()
            .orElseThrow();

    editor.layers().reveal(inner);

    Tree tree = tree("ContentOutline");
    bot.until("the item is selected", () -> tree.getSelectionCount() == 1);
    assertEquals("Nodes  1", tree.getSelection()[0].getParentItem().getText());
    String branch = tree.getSelection()[0].getParentItem().getParentItem().getText();
    assertTrue(branch.contains("_branch"), branch);
  }

  @Test
  void listsTheFunctionsOfAModel() throws Exception {
    open(Models.withFunction());

    TreeItem functions = item(tree("ContentOutline").getItems(), "Functions");
    assertEquals(1, functions.getItemCount());
  }
}
