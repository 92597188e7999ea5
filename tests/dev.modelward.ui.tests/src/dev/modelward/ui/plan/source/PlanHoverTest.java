// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.AnnotationModel;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlanHoverTest {
  private static final String TEXT =
      """
      recipients:
        - name: acme
          until: 2027-12-31 # seeds: 5
      """;

  private final Shell shell = new Shell();
  private final SourceViewer viewer = new SourceViewer(shell, null, SWT.NONE);
  private final AnnotationModel model = new AnnotationModel();

  @AfterEach
  void tearDown() {
    shell.dispose();
  }

  private Optional<String> over(String word) {
    viewer.setDocument(new Document(TEXT), model);
    PlanHover hover = new PlanHover(viewer);
    IRegion region = hover.getHoverRegion(viewer, TEXT.indexOf(word) + 1);
    String said = hover.getHoverInfo(viewer, region);
    return said == null ? Optional.empty() : Optional.of(said);
  }

  @Test
  void saysWhatAKeyMeans() {
    String said = over("until").orElseThrow();
    assertTrue(said.contains("last day"), said);
    assertTrue(over("recipients").orElseThrow().contains("grant"));
  }

  @Test
  void saysWhatIsExpectedOfAValue() {
    String said = over("acme").orElseThrow();
    assertTrue(said.contains("small letters"), said);
  }

  @Test
  void saysWhatIsWrongBeforeAnythingElse() {
    viewer.setDocument(new Document(TEXT), model);
    int offset = TEXT.indexOf("until");
    model.addAnnotation(
        new Annotation(FlawMark.TYPE, false, "this is wrong"), new Position(offset, 5));
    assertEquals(Optional.of("this is wrong"), over("until"));
  }

  @Test
  void saysNothingOfWordsInComments() {
    assertEquals(Optional.empty(), over("seeds"));
  }
}
