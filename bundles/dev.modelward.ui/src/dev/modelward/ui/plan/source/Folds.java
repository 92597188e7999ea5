// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.source;

import dev.modelward.ui.plan.sheet.PlanSheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;

/** Lets the sections of a plan be folded. */
record Folds(IDocument document, ProjectionAnnotationModel model) {

  /** Has a fold for each section with more than a line; those that stay remain as they are. */
  void show(PlanSheet sheet) {
    if (!sheet.isReadable()) {
      return;
    }
    Set<Position> wanted = new HashSet<>(sections(sheet));
    List<Annotation> gone = new ArrayList<>();
    for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext(); ) {
      Annotation fold = all.next();
      if (!Optional.ofNullable(model.getPosition(fold)).filter(wanted::remove).isPresent()) {
        gone.add(fold);
      }
    }
    Map<Annotation, Position> added = new HashMap<>();
    wanted.forEach(position -> added.put(new ProjectionAnnotation(), position));
    if (!gone.isEmpty() || !added.isEmpty()) {
      model.modifyAnnotations(gone.toArray(Annotation[]::new), added, new Annotation[0]);
    }
  }

  private List<Position> sections(PlanSheet sheet) {
    List<Integer> starts = new ArrayList<>(sheet.sections().values());
    starts.add(document.getNumberOfLines() + 1);
    List<Position> sections = new ArrayList<>();
    try {
      for (int i = 0; i + 1 < starts.size(); i++) {
        section(starts.get(i) - 1, starts.get(i + 1) - 2).ifPresent(sections::add);
      }
    } catch (BadLocationException e) {
      throw new IllegalStateException(e);
    }
    return sections;
  }

  /** Comments and empty lines at the end belong to what comes next. */
  private Optional<Position> section(int first, int last) throws BadLocationException {
    int end = last;
    while (end > first && !saysSomething(end)) {
      end--;
    }
    if (end <= first) {
      return Optional.empty();
    }
    int start = document.getLineOffset(first);
    int behind = document.getLineOffset(end) + document.getLineLength(end);
    return Optional.of(new Position(start, behind - start));
  }

  private boolean saysSomething(int line) throws BadLocationException {
    String text = document.get(document.getLineOffset(line), document.getLineLength(line)).strip();
    return !text.isEmpty() && !text.startsWith("#");
  }
}
