// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.ui.bot.Bot;
import dev.modelward.ui.bot.EventLoopWatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.projection.ProjectionAnnotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanEditorTest {
  private final EventLoopWatch watch = new EventLoopWatch();
  private final Bot bot = new Bot(watch);

  @TempDir private Path folder = Path.of("");

  @AfterEach
  void tearDown() {
    bot.close();
  }

  private Plans plans() {
    return new Plans(bot, folder);
  }

  private PlanEditor open(String text) throws IOException {
    return plans().open(plans().write("net.ward", text));
  }

  private static List<String> flaws(PlanEditor editor) {
    IAnnotationModel model =
        editor.source().getDocumentProvider().getAnnotationModel(editor.getEditorInput());
    List<String> flaws = new ArrayList<>();
    for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext(); ) {
      Annotation annotation = all.next();
      if (annotation.getType().endsWith(".error")) {
        flaws.add(line(editor, model.getPosition(annotation).offset) + ": " + annotation.getText());
      }
    }
    return flaws;
  }

  private static int line(PlanEditor editor, int offset) {
    try {
      return Plans.document(editor).getLineOfOffset(offset) + 1;
    } catch (BadLocationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void findsNothingWrongWithAGoodPlan() throws IOException {
    PlanEditor editor = open(Plans.TEXT);
    assertEquals(List.of(), flaws(editor));
    assertFalse(editor.isDirty());
  }

  @Test
  void marksTheLineThatIsWrongWhileOneTypes() throws IOException {
    PlanEditor editor = open(Plans.TEXT);
    plans().type(editor, "quality: 50 %", "quality: 5 %");
    assertEquals(1, flaws(editor).size());
    assertTrue(flaws(editor).getFirst().startsWith("10: "), flaws(editor).toString());

    plans().type(editor, "quality: 5 %", "quality: 50 %");
    assertEquals(List.of(), flaws(editor));

    plans().type(editor, "seen in training", "seen in training\nnonsense: [");
    assertTrue(flaws(editor).getFirst().contains("this is no YAML"), flaws(editor).toString());
  }

  @Test
  void savesAndRevertsWhatIsTyped() throws IOException {
    PlanEditor editor = open(Plans.TEXT);
    plans().type(editor, "umbrella,", "corp,");
    assertTrue(editor.isDirty());
    editor.doSave(new NullProgressMonitor());
    assertFalse(editor.isDirty());
    String saved = Plans.TEXT.replace("umbrella,", "corp,");
    assertEquals(saved, Files.readString(folder.resolve("net.ward")));

    plans().type(editor, "corp,", "other,");
    editor.source().doRevertToSaved();
    plans().settle(editor);
    assertFalse(editor.isDirty());
    assertEquals(saved, editor.plan().sheet().text());
  }

  @Test
  void foldsSectionsAndKeepsThemFoldedWhileOneTypes() throws IOException {
    PlanEditor editor = open(Plans.TEXT);
    ProjectionAnnotationModel folds = editor.source().getAdapter(ProjectionAnnotationModel.class);
    List<Integer> lines = new ArrayList<>();
    for (Iterator<Annotation> all = folds.getAnnotationIterator(); all.hasNext(); ) {
      lines.add(line(editor, folds.getPosition(all.next()).offset));
    }
    assertEquals(List.of(3, 6, 15, 23), lines.stream().sorted().toList());
    folds.collapseAll(0, Plans.TEXT.length());
    plans().type(editor, "model: net", "model: other");
    for (Iterator<Annotation> all = folds.getAnnotationIterator(); all.hasNext(); ) {
      assertTrue(all.next() instanceof ProjectionAnnotation fold && fold.isCollapsed());
    }
  }

  @Test
  void offersCompletionAndUndo() throws IOException {
    PlanEditor editor = open(Plans.TEXT);
    ITextOperationTarget target = editor.source().getAdapter(ITextOperationTarget.class);
    assertTrue(target.canDoOperation(ISourceViewer.CONTENTASSIST_PROPOSALS));
    plans().type(editor, "acme", "acorn");
    target.doOperation(ITextOperationTarget.UNDO);
    plans().settle(editor);
    assertEquals(Plans.TEXT, editor.plan().sheet().text());
  }

  @Test
  void followsAFileOfTheWorkspaceThroughChangesAndMoves() throws CoreException {
    IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("plans");
    project.create(null);
    project.open(null);
    try {
      IFile file = project.getFile("net.ward");
      file.write(Plans.TEXT.getBytes(StandardCharsets.UTF_8), true, false, false, null);
      bot.hideWelcome();
      PlanEditor editor = (PlanEditor) IDE.openEditor(Bot.page(), file);
      plans().settle(editor);
      String changed = Plans.TEXT.replace("acme", "newcomer");
      file.write(changed.getBytes(StandardCharsets.UTF_8), true, false, false, null);
      bot.until("the new text is shown", () -> editor.plan().sheet().text().equals(changed));
      file.move(project.getFile("other.ward").getFullPath(), true, null);
      bot.until("it has its new name", () -> editor.getPartName().equals("other.ward"));
      plans().settle(editor);
      assertTrue(editor.plan().sheet().file().endsWith("other.ward"));
      project.getFile("other.ward").delete(true, null);
      bot.until("it is closed", () -> Bot.page().getEditorReferences().length == 0);
    } finally {
      project.delete(true, true, null);
    }
  }

  @Test
  void showsItsSectionsInTheOutline() throws IOException, PartInitException {
    Bot.page().showView("org.eclipse.ui.views.ContentOutline");
    PlanEditor editor = open(Plans.TEXT);
    editor.setFocus();
    bot.until("the outline is there", () -> outline().isPresent());
    Tree tree = outline().orElseThrow();
    assertTrue(tree.getItem(2).getText().startsWith("tiers"), tree.getItem(2).getText());
    assertTrue(tree.getItem(2).getItem(1).getText().startsWith("basic"));

    editor.showSource();
    editor.source().reveal(19);
    assertTrue(tree.getSelection()[0].getText().startsWith("acme"));
    editor.source().reveal(20);
    assertTrue(tree.getSelection()[0].getText().startsWith("umbrella"));
    tree.setSelection(tree.getItem(4));
    tree.notifyListeners(SWT.Selection, new Event());
    bot.until("the text is there", () -> editor.source().line() == 23);
  }

  private static Optional<Tree> outline() {
    return Bot.all(Bot.window().getShell(), Tree.class).stream()
        .filter(tree -> tree.getItemCount() == 5)
        .filter(tree -> tree.getItem(0).getText().equals("model"))
        .findFirst();
  }

  @Test
  void keepsTheEventLoopFree() throws IOException {
    StringBuilder text = new StringBuilder(Plans.TEXT.substring(0, Plans.TEXT.indexOf("# What")));
    for (int i = 0; i < 500; i++) {
      text.append("  - {name: customer-%d, key: keys/%d.pub, tier: pro}%n".formatted(i, i));
    }
    PlanEditor editor = open(text.toString());
    for (int i = 0; i < 5; i++) {
      plans().type(editor, "customer-" + i + ",", "client-" + i + ",");
    }
    assertTrue(watch.longestMillis() < 100 || watch.seen().contains("widgets"), watch.seen());
  }
}
