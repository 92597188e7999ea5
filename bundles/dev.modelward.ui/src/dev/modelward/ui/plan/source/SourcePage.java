// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.source;

import dev.modelward.ui.plan.live.LivePlan;
import dev.modelward.ui.plan.live.Original;
import dev.modelward.ui.plan.sheet.PlanSheet;
import dev.modelward.ui.widget.AccessibleName;
import java.util.function.Consumer;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.IVerticalRuler;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;
import org.eclipse.jface.text.source.projection.ProjectionSupport;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.editors.text.TextEditor;
import org.eclipse.ui.themes.IThemeManager;

/** The page with the text of a plan. */
@NonNullByDefault({})
public final class SourcePage extends TextEditor {
  /** The id of the menu that the text has. */
  public static final String MENU = "dev.modelward.ui.planSource";

  private final LivePlan plan;
  private final FlawMark mark = new FlawMark();
  private final Consumer<PlanSheet> follower = this::show;
  private final IPropertyChangeListener themes = event -> paintAgain();
  private final Host host;

  /** The editor around the text. */
  public interface Host {
    /** Closes the editor as a whole. */
    void close(boolean save);

    /** The caret is in another place, in a line counted from 1. */
    void caretMoved(int line);
  }

  /** The text of a plan; its document is read by the plan. */
  public SourcePage(LivePlan plan, Host host) {
    this.plan = plan;
    this.host = host;
    setSourceViewerConfiguration(new SourceConfiguration(getPreferenceStore(), plan));
    setEditorContextMenuId(MENU);
    setRulerContextMenuId(MENU + ".ruler");
  }

  @Override
  protected void doSetInput(IEditorInput input) throws CoreException {
    super.doSetInput(input);
    if (input != null) {
      plan.attach(new Original(InputPath.of(input), getDocumentProvider().getDocument(input)));
    }
  }

  @Override
  protected ISourceViewer createSourceViewer(Composite parent, IVerticalRuler ruler, int styles) {
    fAnnotationAccess = getAnnotationAccess();
    fOverviewRuler = createOverviewRuler(getSharedColors());
    ProjectionViewer viewer =
        new ProjectionViewer(parent, ruler, getOverviewRuler(), isOverviewRulerVisible(), styles);
    getSourceViewerDecorationSupport(viewer);
    return viewer;
  }

  @Override
  public void createPartControl(Composite parent) {
    super.createPartControl(parent);
    ProjectionViewer viewer = viewer();
    ProjectionSupport folding =
        new ProjectionSupport(viewer, getAnnotationAccess(), getSharedColors());
    folding.addSummarizableAnnotationType(FlawMark.TYPE);
    folding.install();
    viewer.doOperation(ProjectionViewer.TOGGLE);
    AccessibleName.set(viewer.getTextWidget(), Messages.text_name);
    themes().addPropertyChangeListener(themes);
    plan.follow(follower);
  }

  @Override
  public <T> T getAdapter(Class<T> type) {
    return type == ProjectionAnnotationModel.class
        ? type.cast(viewer().getProjectionAnnotationModel())
        : super.getAdapter(type);
  }

  private ProjectionViewer viewer() {
    return (ProjectionViewer) getSourceViewer();
  }

  private static IThemeManager themes() {
    return PlatformUI.getWorkbench().getThemeManager();
  }

  private void paintAgain() {
    if (getSourceViewer() != null) {
      getSourceViewer().invalidateTextPresentation();
    }
  }

  private void show(PlanSheet sheet) {
    ProjectionViewer viewer = viewer();
    IDocument document = viewer.getDocument();
    if (!plan.isRead() || document == null) {
      return;
    }
    if (viewer.getAnnotationModel() instanceof IAnnotationModelExtension model) {
      mark.show(sheet, document, model);
    }
    if (viewer.getProjectionAnnotationModel() != null) {
      new Folds(document, viewer.getProjectionAnnotationModel()).show(sheet);
    }
  }

  @Override
  protected void handleCursorPositionChanged() {
    super.handleCursorPositionChanged();
    if (viewer() != null && document() != null) {
      host.caretMoved(line());
    }
  }

  /** Puts the caret into a line, counted from 1. */
  public void reveal(int line) {
    IDocument document = viewer().getDocument();
    try {
      IRegion place =
          document.getLineInformation(Math.clamp(line - 1L, 0, document.getNumberOfLines() - 1));
      selectAndReveal(place.getOffset(), place.getLength());
    } catch (BadLocationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The line of the caret, counted from 1. */
  public int line() {
    try {
      return document().getLineOfOffset(viewer().getSelectedRange().x) + 1;
    } catch (BadLocationException e) {
      throw new IllegalStateException(e);
    }
  }

  private IDocument document() {
    return viewer().getDocument();
  }

  /** A tab would be no YAML. */
  @Override
  protected boolean isTabsToSpacesConversionEnabled() {
    return true;
  }

  /** The editor of which this is a page goes as a whole. */
  @Override
  public void close(boolean save) {
    host.close(save);
  }

  @Override
  public void dispose() {
    themes().removePropertyChangeListener(themes);
    plan.leave(follower);
    super.dispose();
  }
}
