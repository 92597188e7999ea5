// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.source;

import dev.modelward.ui.plan.sheet.Flaw;
import dev.modelward.ui.plan.sheet.PlanSheet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModelExtension;

/** Marks in the text what is wrong with it, where it is wrong. */
final class FlawMark {
  /** The kind of its annotations, which the workbench draws like errors of any other text. */
  static final String TYPE = "org.eclipse.ui.workbench.texteditor.error";

  private Optional<Annotation> shown = Optional.empty();

  /** Shows the flaw of a sheet, or none. */
  void show(PlanSheet sheet, IDocument document, IAnnotationModelExtension model) {
    Map<Annotation, Position> added = new HashMap<>();
    sheet
        .flaw()
        .ifPresent(flaw ->
            added.put(new Annotation(TYPE, false, flaw.problem()), position(flaw, document)));
    model.replaceAnnotations(shown.stream().toArray(Annotation[]::new), added);
    shown = added.keySet().stream().findFirst();
  }

  /** From the column to the end of the line, or all of the line where there is nothing behind. */
  static Position position(Flaw flaw, IDocument document) {
    try {
      int last = document.getNumberOfLines() - 1;
      IRegion line = document.getLineInformation(Math.min(flaw.line() - 1, last));
      String text = document.get(line.getOffset(), line.getLength());
      int letters = Math.clamp(flaw.column() - 1L, 0, text.codePointCount(0, text.length()));
      int start = text.offsetByCodePoints(0, letters);
      int end = text.stripTrailing().length();
      return start < end
          ? new Position(line.getOffset() + start, end - start)
          : new Position(line.getOffset(), text.length());
    } catch (BadLocationException e) {
      throw new IllegalStateException(e);
    }
  }
}
