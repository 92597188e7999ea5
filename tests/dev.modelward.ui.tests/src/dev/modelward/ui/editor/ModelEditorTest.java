// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.graph.Scope;
import dev.modelward.testkit.Models;
import dev.modelward.testkit.Nets;
import dev.modelward.ui.bot.Bot;
import dev.modelward.ui.model.Element;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.XMLMemento;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelEditorTest {
  private final Bot bot = new Bot();

  @TempDir private Path folder = Path.of("");

  @AfterEach
  void closeEditors() throws CoreException {
    bot.close();
    for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
      project.delete(true, true, null);
    }
  }

  private Path file(OnnxModel model) throws IOException {
    Path file = folder.resolve("model.onnx");
    Path beside = folder.resolve("new.onnx");
    model.write(beside);
    return Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static IFile inWorkspace(OnnxModel model) throws CoreException {
    IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("models");
    project.create(null);
    project.open(null);
    IFile file = project.getFile("model.onnx");
    file.create(new ByteArrayInputStream(model.message().toArray()), true, null);
    return file;
  }

  private ModelEditor open(IFile file) throws PartInitException {
    bot.hideWelcome();
    ModelEditor editor = (ModelEditor) IDE.openEditor(Bot.page(), file, true);
    bot.until("the model is read", () -> editor.content().isPresent());
    return editor;
  }

  @Test
  void opensAFileOutsideOfTheWorkspace() throws IOException {
    ModelEditor editor = bot.openAndRead(file(Models.smallCnn()));

    assertEquals("model.onnx", editor.getTitle());
    assertEquals(9, editor.layers().table().getItemCount());
    bot.until("the table is seen", editor.layers().table()::isVisible);
  }

  @Test
  void opensAFileOfTheWorkspaceByItsContentType() throws Exception {
    ModelEditor editor = open(inWorkspace(Models.twoLayerMlp()));

    assertEquals(ModelEditor.ID, editor.getSite().getId());
    assertFalse(editor.isDirty());
  }

  @Test
  void showsNothingButACalmWordWhileItReads() throws IOException {
    ModelEditor editor = bot.open(file(Models.smallCnn()));

    assertTrue(editor.content().isEmpty());
    assertTrue(shows("Reading model.onnx\u2026"));
  }

  private static boolean shows(String words) {
    return Bot.all(Bot.window().getShell(), Label.class).stream()
        .anyMatch(text -> text.isVisible() && text.getText().contains(words));
  }

  @Test
  void saysWhatTheModelIsInItsHeader() throws IOException {
    bot.openAndRead(file(Models.smallCnn()));

    List<String> facts =
        Bot.all(Bot.window().getShell(), Label.class).stream().map(Label::getText).toList();
    assertTrue(
        facts.containsAll(List.of("smallCnn", "409 parameters", "9 nodes")), facts::toString);
  }

  @Test
  void tellsWhatIsWrongWhereAndWhatToDo() throws IOException {
    Path file = folder.resolve("cut.onnx");
    byte[] whole = Models.smallCnn().message().toArray();
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));

    bot.open(file);

    bot.until("the message is there", () -> shows("cut.onnx cannot be shown"));
    assertTrue(shows("This is not a whole ONNX model: expected"));
    assertTrue(shows("of cut.onnx"));
    assertTrue(shows("Export or download the model again"));
  }

  @Test
  void readsABadFileAgainOnceItIsMended() throws IOException {
    Path file = folder.resolve("model.onnx");
    Files.writeString(file, "this is not a model");
    ModelEditor editor = bot.open(file);
    bot.until("the message is there", () -> shows("cannot be shown"));

    Files.write(file, Models.smallCnn().message().toArray());
    Bot.press(Bot.the(Bot.window().getShell(), Button.class, b -> b.getText().equals("Try again")));

    bot.until("the model is there", () -> editor.content().isPresent());
  }

  @Test
  void readsAFileAgainWhenItChangesAndKeepsTheSelection() throws IOException {
    ModelEditor editor = bot.openAndRead(file(Nets.chain(5)));
    Element third = new Element.AtNode(Scope.MAIN, 2);
    editor.layers().reveal(third);

    file(Nets.chain(7));

    Table table = editor.layers().table();
    bot.until("the new rows are there", () -> table.getItemCount() == 7);
    assertEquals(List.of(third), editor.selection().elements());
    assertEquals(2, table.getSelectionIndex());
  }

  @Test
  void readsAFileOfTheWorkspaceAgainWhenItChanges() throws Exception {
    IFile file = inWorkspace(Nets.chain(5));
    ModelEditor editor = open(file);

    byte[] longer = Nets.chain(8).message().toArray();
    file.setContents(new ByteArrayInputStream(longer), true, false, null);

    bot.until("the rows are there", () -> editor.layers().table().getItemCount() == 8);
  }

  @Test
  void saysSoWhenTheFileGoes() throws IOException {
    Path file = file(Nets.chain(5));
    bot.openAndRead(file);

    Files.delete(file);

    bot.until("the message is there", () -> shows("The file is not there."));
  }

  @Test
  void closesWithAFileThatIsDeletedInTheWorkspace() throws Exception {
    IFile file = inWorkspace(Nets.chain(5));
    open(file);

    file.delete(true, null);

    bot.until("the editor is closed", () -> Bot.page().getEditorReferences().length == 0);
  }

  @Test
  void goesWithAFileThatIsMoved() throws Exception {
    IFile file = inWorkspace(Nets.chain(5));
    ModelEditor editor = open(file);

    file.move(IPath.fromOSString("/models/moved.onnx"), true, null);

    bot.until("the editor has the new name", () -> editor.getTitle().equals("moved.onnx"));
    assertTrue(editor.getEditorInput().exists());
  }

  @Test
  void comesBackAsItWasLeft() throws IOException {
    Path file = file(Models.smallCnn());
    ModelEditor left = bot.openAndRead(file);
    Bot.the(left.layers().control(), Text.class, text -> true).setText("conv");
    bot.until("the filter works", () -> left.layers().table().getItemCount() == 2);
    left.layers().reveal(new Element.AtNode(Scope.MAIN, 3));
    XMLMemento memento = XMLMemento.createWriteRoot("editor");
    left.saveState(memento);
    Bot.page().closeEditor(left, false);

    ModelEditor back = bot.open(file);
    back.restoreState(memento);
    bot.until("the model is read", () -> back.content().isPresent());

    assertEquals(List.of(new Element.AtNode(Scope.MAIN, 3)), back.selection().elements());
    assertEquals("conv", Bot.the(back.layers().control(), Text.class, text -> true).getText());
  }

  @Test
  void leavesNothingBehindWhenItIsClosed() throws Exception {
    ModelEditor editor = open(inWorkspace(Nets.chain(5)));

    assertTrue(Bot.page().closeEditor(editor, false));
    bot.rest(1500);

    assertEquals(
        0,
        java.util.Arrays.stream(org.eclipse.core.runtime.jobs.Job.getJobManager().find(null))
            .filter(job -> job instanceof FileWatch || job instanceof ModelReading)
            .count());
  }
}
