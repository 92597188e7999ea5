// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.onnx.OnnxModel;
import dev.modelward.testkit.Models;
import dev.modelward.ui.bot.Bot;
import dev.modelward.ui.editor.ModelEditor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayersPageTest {
  private final Bot bot = new Bot();

  @TempDir private Path folder = Path.of("");

  @AfterEach
  void closeEditors() {
    bot.close();
  }

  private ModelEditor open(OnnxModel model) throws IOException {
    Path file = folder.resolve("model.onnx");
    model.write(file);
    return bot.openAndRead(file);
  }

  private static void type(ModelEditor editor, String words) {
    Bot.the(editor.layers().control(), Text.class, text -> true).setText(words);
  }

  private static String count(ModelEditor editor) {
    return Bot.the(editor.layers().control(), Label.class, l -> l.getText().contains(" of "))
        .getText();
  }

  private static void clickHeader(Table table, Column column) {
    table.getColumn(column.ordinal()).notifyListeners(SWT.Selection, new Event());
  }

  @Test
  void showsAllNodesInTheOrderOfTheFile() throws IOException {
    Table table = open(Models.smallCnn()).layers().table();

    assertEquals("Conv", table.getItem(0).getText(Column.OPERATOR.ordinal()));
    assertEquals("4x3x3x3", table.getItem(0).getText(Column.SHAPE.ordinal()));
    assertEquals("128", table.getItem(0).getText(Column.PARAMETERS.ordinal()));
    assertEquals("float32", table.getItem(0).getText(Column.TYPE.ordinal()));
    assertEquals("31.3 %", table.getItem(0).getText(Column.SHARE.ordinal()));
    assertEquals("", table.getItem(2).getText(Column.PARAMETERS.ordinal()));
  }

  @Test
  void narrowsDownAsOneTypes() throws IOException {
    ModelEditor editor = open(Models.smallCnn());

    type(editor, "CONV 6X4");

    bot.until("the filter works", () -> count(editor).equals("1 of 9 nodes"));
    assertEquals("Conv", editor.layers().table().getItem(0).getText(1));
  }

  @Test
  void leavesOnlyNodesWithWeights() throws IOException {
    ModelEditor editor = open(Models.smallCnn());

    Bot.press(
        Bot.the(editor.layers().control(), Button.class, b -> b.getText().contains("eights")));

    assertEquals("3 of 9 nodes", count(editor));
  }

  @Test
  void offersAWayOutWhenNothingFits() throws IOException {
    ModelEditor editor = open(Models.smallCnn());
    type(editor, "no such thing");
    bot.until("nothing fits", () -> count(editor).startsWith("0 of"));
    assertFalse(editor.layers().table().isVisible());

    Bot.press(
        Bot.the(editor.layers().control(), Button.class, b -> b.getText().startsWith("Show all")));

    assertEquals("9 of 9 nodes", count(editor));
    assertTrue(editor.layers().table().isVisible());
  }

  @Test
  void sortsByAColumnThenBackwardsThenNotAtAll() throws IOException {
    Table table = open(Models.smallCnn()).layers().table();

    clickHeader(table, Column.PARAMETERS);
    assertEquals("246", table.getItem(0).getText(Column.PARAMETERS.ordinal()));
    clickHeader(table, Column.PARAMETERS);
    assertEquals("246", table.getItem(8).getText(Column.PARAMETERS.ordinal()));
    assertEquals(SWT.DOWN, table.getSortDirection());
    clickHeader(table, Column.PARAMETERS);
    assertEquals("128", table.getItem(0).getText(Column.PARAMETERS.ordinal()));
    assertEquals(SWT.NONE, table.getSortDirection());
  }

  @Test
  void namesTheInnerGraphOfANodeOnlyWhereThereAreSome() throws IOException {
    Table plain = open(Models.smallCnn()).layers().table();
    assertEquals(0, plain.getColumn(Column.GRAPH.ordinal()).getWidth());
    bot.close();

    Table nested = open(Models.withSubgraph()).layers().table();
    assertTrue(nested.getColumn(Column.GRAPH.ordinal()).getWidth() > 0);
    assertTrue(
        IntStream.range(0, nested.getItemCount())
            .mapToObj(row -> nested.getItem(row).getText(Column.GRAPH.ordinal()))
            .anyMatch(text -> text.contains("then_branch")));
  }

  @Test
  void copiesSelectedRowsByTheCopyCommand() throws IOException, CommandException {
    ModelEditor editor = open(Models.smallCnn());
    Table table = editor.layers().table();
    table.setSelection(new int[] {3, 0});
    Bot.page().activate(editor);
    // without a window manager no window gets the focus
    table.notifyListeners(SWT.FocusIn, new Event());
    bot.rest(50);

    editor
        .getSite()
        .getService(IHandlerService.class)
        .executeCommand("org.eclipse.ui.edit.copy", null);

    String[] lines = clipboard().split("\r\n");
    assertEquals(3, lines.length);
    assertEquals("Layer,Operator,Inner graph,Shape,Parameters,Bytes,Type,Share", lines[0]);
    assertTrue(lines[1].contains(",Conv,,4x3x3x3,128,512,float32,0.312958"), lines[1]);
  }

  @Test
  void copiesTheWholeTableByItsCommand() throws IOException, CommandException {
    ModelEditor editor = open(Models.smallCnn());
    Bot.page().activate(editor);
    bot.rest(50);

    editor
        .getSite()
        .getService(IHandlerService.class)
        .executeCommand("dev.modelward.ui.copyTable", null);

    assertEquals(10, clipboard().split("\r\n").length);
  }

  private static String clipboard() {
    Clipboard clipboard = new Clipboard(Bot.window().getShell().getDisplay());
    try {
      return String.valueOf(clipboard.getContents(TextTransfer.getInstance()));
    } finally {
      clipboard.dispose();
    }
  }
}
