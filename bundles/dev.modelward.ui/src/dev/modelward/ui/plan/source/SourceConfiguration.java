// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan.source;

import dev.modelward.ui.plan.live.LivePlan;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.jface.text.DefaultInformationControl;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.contentassist.ContentAssistant;
import org.eclipse.jface.text.contentassist.IContentAssistant;
import org.eclipse.jface.text.presentation.IPresentationReconciler;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.text.reconciler.IReconciler;
import org.eclipse.jface.text.rules.DefaultDamagerRepairer;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.editors.text.TextSourceViewerConfiguration;

/** What the text editor needs to know of plans. */
@NonNullByDefault({})
final class SourceConfiguration extends TextSourceViewerConfiguration {
  private static final int TAB = 2;

  private final LivePlan plan;

  SourceConfiguration(IPreferenceStore preferences, LivePlan plan) {
    super(preferences);
    this.plan = plan;
  }

  @Override
  public IPresentationReconciler getPresentationReconciler(ISourceViewer viewer) {
    DefaultDamagerRepairer colours = new DefaultDamagerRepairer(new PlanScanner());
    PresentationReconciler reconciler = new PresentationReconciler();
    reconciler.setDocumentPartitioning(getConfiguredDocumentPartitioning(viewer));
    reconciler.setDamager(colours, IDocument.DEFAULT_CONTENT_TYPE);
    reconciler.setRepairer(colours, IDocument.DEFAULT_CONTENT_TYPE);
    return reconciler;
  }

  @Override
  public IContentAssistant getContentAssistant(ISourceViewer viewer) {
    ContentAssistant assistant = new ContentAssistant();
    assistant.setContentAssistProcessor(
        new CompletionProcessor(plan), IDocument.DEFAULT_CONTENT_TYPE);
    assistant.setInformationControlCreator(parent -> information(viewer, parent));
    assistant.enableAutoInsert(true);
    return assistant;
  }

  /** In the colours of the text, since those of tips do not follow the theme everywhere. */
  private static DefaultInformationControl information(ISourceViewer viewer, Shell parent) {
    DefaultInformationControl control = new DefaultInformationControl(parent, (String) null);
    control.setForegroundColor(viewer.getTextWidget().getForeground());
    control.setBackgroundColor(viewer.getTextWidget().getBackground());
    return control;
  }

  @Override
  public ITextHover getTextHover(ISourceViewer viewer, String contentType) {
    return new PlanHover(viewer);
  }

  /** The plan reads itself, and the words of plans are no sentences to be spelled. */
  @Override
  public @Nullable IReconciler getReconciler(ISourceViewer viewer) {
    return null;
  }

  @Override
  public String[] getDefaultPrefixes(ISourceViewer viewer, String contentType) {
    return new String[] {"#", ""};
  }

  @Override
  public int getTabWidth(ISourceViewer viewer) {
    return TAB;
  }
}
