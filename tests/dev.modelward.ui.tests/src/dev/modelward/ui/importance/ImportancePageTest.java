// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.importance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.progress.Progress;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.protect.analysis.Analyzer;
import dev.modelward.protect.importance.Criterion;
import dev.modelward.testkit.Models;
import dev.modelward.ui.bot.Bot;
import dev.modelward.ui.curve.CurveCanvas;
import dev.modelward.ui.editor.ModelEditor;
import dev.modelward.ui.heat.Borders;
import dev.modelward.ui.maps.LayerSight;
import dev.modelward.ui.model.Element;
import dev.modelward.ui.sheet.SheetExport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.XMLMemento;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportancePageTest {
  private static final String TITLES = "map,ranking,metric,plain,asked,mean,low,high\r\n";

  private final Bot bot = new Bot();

  @TempDir private Path folder = Path.of("");

  @AfterEach
  void closeEditors() {
    bot.close();
  }

  private Path model() throws Exception {
    Path file = folder.resolve("model.onnx");
    Models.smallCnn().write(file);
    return file;
  }

  private Path map(String name, OnnxModel model, Criterion criterion) throws Exception {
    Path file = folder.resolve(name);
    Analyzer.on(1).analyze(model, criterion, Progress.NONE).write(file);
    return file;
  }

  private ModelEditor open(Path file) {
    ModelEditor editor = bot.openAndRead(file);
    editor.showImportance();
    return editor;
  }

  private ModelEditor openWithMap() throws Exception {
    Path file = model();
    map("model.importance", OnnxModel.open(file), new Criterion.Magnitude());
    ModelEditor editor = open(file);
    bot.until("the map is shown", () -> editor.importance().isOpen());
    return editor;
  }

  private static Composite page(ModelEditor editor) {
    return (Composite) editor.importance().control();
  }

  private static boolean says(ModelEditor editor, String words) {
    return Bot.all(page(editor), Label.class).stream()
        .anyMatch(label -> label.isVisible() && label.getText().contains(words));
  }

  private static void key(CurveCanvas curve, int code) {
    Event event = new Event();
    event.keyCode = code;
    curve.notifyListeners(SWT.KeyDown, event);
  }

  private static void mouse(CurveCanvas curve, int kind, int x) {
    Event event = new Event();
    event.x = x;
    event.y = 60;
    event.button = 1;
    curve.notifyListeners(kind, event);
  }

  private static String lacks(ModelEditor editor, int tier) {
    return editor.importance().desk().views().getItem(tier).getText(2);
  }

  private static List<Double> shares(ModelEditor editor) {
    return editor.importance().desk().borders().orElseThrow().shares();
  }

  @Test
  void saysWhatToDoWhereThereIsNoMapAndDoesIt() throws Exception {
    ModelEditor editor = open(model());
    bot.until("it says so", () -> says(editor, "model.onnx has no importance map yet"));
    assertTrue(says(editor, "modelward analyze model.onnx --data CARD"));

    Bot.press(
        Bot.the(
            page(editor), Button.class, b -> b.isVisible() && b.getText().contains("Magnitude")));

    bot.until("the map is shown", () -> editor.importance().isOpen());
    assertTrue(Files.exists(folder.resolve("model.magnitude.importance")));
    assertEquals(3, editor.importance().desk().table().getItemCount());
    assertEquals("magnitude \u2013 model.magnitude.importance", maps(editor).getText());
  }

  private static Combo maps(ModelEditor editor) {
    return Bot.the(page(editor), Combo.class, combo -> true);
  }

  @Test
  void movesABorderByAHundredthOfAPercentWithTheArrows() throws Exception {
    ModelEditor editor = openWithMap();
    CurveCanvas curve = editor.importance().desk().curve();
    editor.importance().desk().divide(new Borders(List.of(0.1, 0.3)));
    curve.choose(1);

    key(curve, SWT.ARROW_RIGHT);
    assertEquals(List.of(0.1, 0.3001), shares(editor));
    key(curve, SWT.ARROW_UP);
    key(curve, SWT.ARROW_LEFT);
    assertEquals(List.of(0.0999, 0.3001), shares(editor));
    assertTrue(curve.text().contains("tier 2 at 9.99 %"), curve::text);
  }

  @Test
  void showsWhatFollowsForLayersAndViewsWhileABorderIsDragged() throws Exception {
    ModelEditor editor = openWithMap();
    Desk desk = editor.importance().desk();
    desk.divide(new Borders(List.of(0.0001, 0.0002)));
    assertEquals("0.00 %", lacks(editor, 0));
    assertEquals("public", desk.table().getItem(2).getText(HeatColumn.TIER.ordinal()));

    int x = desk.curve().place(1);
    mouse(desk.curve(), SWT.MouseDown, x);
    mouse(desk.curve(), SWT.MouseMove, desk.curve().getClientArea().width);
    mouse(desk.curve(), SWT.MouseUp, desk.curve().getClientArea().width);

    assertEquals(1.0, shares(editor).getLast(), 1e-9);
    assertEquals("100.00 %", lacks(editor, 0));
    assertEquals("100.0 %", desk.table().getItem(2).getText(HeatColumn.SEALED.ordinal()));
    assertEquals("1", desk.table().getItem(2).getText(HeatColumn.TIER.ordinal()));
  }

  @Test
  void predictsTheViewsWhereACurveWasMeasured() throws Exception {
    Path file = model();
    map("model.importance", OnnxModel.open(file), new Criterion.Magnitude());
    Files.writeString(
        folder.resolve("model.curve.csv"),
        TITLES + "maps/model.importance,global,top-1,0.9,0.5,0.1,0.05,0.15\r\n");
    ModelEditor editor = open(file);
    bot.until("the map is shown", () -> editor.importance().isOpen());

    Table views = editor.importance().desk().views();
    editor.importance().desk().divide(new Borders(List.of(0.5)));

    assertEquals("Predicted top-1", views.getColumn(4).getText());
    assertEquals("10.0 %", views.getItem(0).getText(4));
    assertEquals("90.0 %", views.getItem(1).getText(4));
    editor.importance().desk().divide(new Borders(List.of(0.6)));
    assertEquals("not measured", views.getItem(0).getText(4));
  }

  @Test
  void saysHowToMeasureWhereNothingWasMeasured() throws Exception {
    ModelEditor editor = openWithMap();

    bot.until(
        "it says so: " + Bot.all(page(editor), Label.class),
        () -> says(editor, "modelward curve model.onnx model.importance --data CARD"));
  }

  @Test
  void selectsWithTheOtherPages() throws Exception {
    ModelEditor editor = openWithMap();
    Table table = editor.importance().desk().table();
    Element last = editor.content().orElseThrow().rows().getLast().place();

    editor.selection().select(List.of(last), elements -> {});
    assertEquals(2, table.getSelectionIndex());

    table.setSelection(0);
    table.notifyListeners(SWT.Selection, new Event());
    Element first = editor.content().orElseThrow().rows().getFirst().place();
    assertEquals(List.of(first), editor.selection().elements());
    assertEquals(0, editor.layers().table().getSelectionIndex());
  }

  @Test
  void showsTheSelectedLayerFromNear() throws Exception {
    ModelEditor editor = openWithMap();
    Desk desk = editor.importance().desk();
    assertTrue(desk.layer().text().startsWith("Select a layer"), desk.layer()::text);

    desk.table().setSelection(1);
    desk.table().notifyListeners(SWT.Selection, new Event());
    bot.until("the layer is read", () -> desk.layer().sight().isPresent());

    LayerSight sight = desk.layer().sight().orElseThrow();
    assertEquals(216, sight.weights().all());
    assertEquals(24, sight.kernels().size());
    assertEquals(3, sight.kernels().getFirst().columns());
    assertEquals(3, sight.kernels().getFirst().rows());
    desk.divide(new Borders(List.of(1.0)));
    assertTrue(desk.layer().text().endsWith("24 of 24 blocks sealed"));
  }

  @Test
  void exportsPicturesAndATable() throws Exception {
    ModelEditor editor = openWithMap();
    editor.importance().desk().divide(new Borders(List.of(1.0)));
    SheetExport sheet = editor.importance().sheet().orElseThrow();

    Path csv = folder.resolve("out.csv");
    sheet.write(folder.resolve("out.svg"));
    sheet.write(folder.resolve("out.png"));
    sheet.write(csv);
    bot.until("the files are there", () -> isExported(csv));

    List<String> lines = Files.readAllLines(csv);
    assertEquals(4, lines.size());
    assertTrue(lines.getFirst().startsWith("layer,operator,weight,blocks"), lines::toString);
    assertTrue(lines.getLast().endsWith(",1.000000,1"), lines::toString);
    String svg = Files.readString(folder.resolve("out.svg"));
    assertTrue(svg.startsWith("<svg") && svg.contains("part of all importance"), svg);
    assertEquals(1280, new ImageData(folder.resolve("out.png").toString()).width);
  }

  private static boolean isExported(Path last) {
    return Files.exists(last)
        && Stream.of(Job.getJobManager().find(null))
            .noneMatch(job -> job.getName().startsWith("Exporting"));
  }

  @Test
  void switchesBetweenTheMapsBesideTheModel() throws Exception {
    Path file = model();
    OnnxModel model = OnnxModel.open(file);
    map("model.a.importance", model, new Criterion.Magnitude());
    map("model.b.importance", model, new Criterion.Random(7));
    map("model.old.importance", Models.twoLayerMlp(), new Criterion.Magnitude());
    ModelEditor editor = open(file);
    bot.until("the map is shown", () -> editor.importance().isOpen());

    Combo maps = maps(editor);
    assertEquals(3, maps.getItemCount());
    assertEquals("random \u2013 model.b.importance", maps.getItem(1));
    assertTrue(maps.getItem(2).endsWith("(of another model)"), maps.getItem(2));
    maps.select(2);
    maps.notifyListeners(SWT.Selection, new Event());

    bot.until("it warns", () -> says(editor, "This map was made of another model"));
  }

  @Test
  void comesBackAsItWasLeft() throws Exception {
    ModelEditor left = openWithMap();
    left.importance().desk().divide(new Borders(List.of(0.123)));
    XMLMemento memento = XMLMemento.createWriteRoot("editor");
    left.saveState(memento);
    Bot.page().closeEditor(left, false);

    ModelEditor back = bot.open(folder.resolve("model.onnx"));
    back.restoreState(memento);

    bot.until("the map is shown", () -> back.importance().isOpen());
    assertTrue(back.importance().control().isVisible());
    assertEquals(List.of(0.123), shares(back));
  }

  @Test
  void saysWhatIsWrongWithAMapThatCannotBeRead() throws Exception {
    Path file = model();
    Files.writeString(folder.resolve("model.importance"), "this is not a map");
    ModelEditor editor = open(file);

    bot.until("it says so", () -> says(editor, "The importance maps cannot be read"));
  }
}
