// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan;

import dev.modelward.ui.plan.evidence.EvidenceWatch;
import dev.modelward.ui.plan.evidence.LastBuild;
import dev.modelward.ui.plan.form.FormHost;
import dev.modelward.ui.plan.form.ListPage;
import dev.modelward.ui.plan.form.PlanPages;
import dev.modelward.ui.plan.live.LivePlan;
import dev.modelward.ui.plan.sheet.PlanList;
import dev.modelward.ui.plan.source.SourcePage;
import dev.modelward.ui.widget.Icon;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.NonNull;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IGotoMarker;
import org.eclipse.ui.part.MultiPageEditorPart;
import org.eclipse.ui.texteditor.AbstractTextEditor;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;

/** The editor for exposure plans, whose pages all write into one document. */
@NonNullByDefault({})
public final class PlanEditor extends MultiPageEditorPart {
  /** The id under which the workbench knows this editor. */
  public static final String ID = "dev.modelward.ui.planEditor";

  private static final int VIEWS = 0;
  private static final int RECIPIENTS = 1;

  private LivePlan plan;
  private final List<PlanOutline> outlines = new ArrayList<>();
  private SourcePage source;
  private PlanPages forms;
  private EvidenceWatch evidence;

  @Override
  public void init(IEditorSite site, IEditorInput input) throws PartInitException {
    super.init(site, input);
    plan = new LivePlan(site.getShell().getDisplay(), new Permission());
    source = new SourcePage(plan, new SourceHost());
    name(input);
  }

  private void name(IEditorInput input) {
    setPartName(input.getName());
    setTitleToolTip(input.getToolTipText());
  }

  /** Read-only files ask before they are written to, and the status line says what is refused. */
  private final class Permission implements LivePlan.Permission {
    @Override
    public boolean isGiven() {
      return source.validateEditorInputState();
    }

    @Override
    public void refused(@NonNull String why) {
      say(why);
    }
  }

  /** What the text asks of its editor. */
  private final class SourceHost implements SourcePage.Host {
    @Override
    public void close(boolean save) {
      PlanEditor.this.close(save);
    }

    @Override
    public void caretMoved(int line) {
      outlines.forEach(outline -> outline.follow(line));
    }
  }

  private void close(boolean save) {
    getSite().getShell().getDisplay().asyncExec(() -> getSite().getPage().closeEditor(this, save));
  }

  @Override
  protected void createPages() {
    forms = new PlanPages(getContainer(), plan, new Host());
    page(addPage(forms.views().control()), Messages.page_views, Icon.LAYERS);
    page(addPage(forms.recipients().control()), Messages.page_recipients, Icon.RECIPIENT);
    try {
      page(addPage(source, getEditorInput()), Messages.page_source, Icon.SOURCE);
    } catch (PartInitException e) {
      throw new IllegalStateException(e);
    }
    evidence = new EvidenceWatch(() -> plan.file(), this::show);
    evidence.schedule();
  }

  /** What the forms ask of their editor. */
  private final class Host implements FormHost {
    @Override
    public void reveal(int line) {
      showSource();
      source.reveal(line);
      source.setFocus();
    }

    @Override
    public void trouble(@NonNull String what) {
      say(what);
    }
  }

  private void say(String trouble) {
    getEditorSite()
        .getActionBars()
        .getStatusLineManager()
        .setErrorMessage(trouble.isEmpty() ? null : trouble);
  }

  private void show(LastBuild build) {
    getSite()
        .getShell()
        .getDisplay()
        .asyncExec(() -> {
          if (forms != null && !forms.views().control().isDisposed()) {
            forms.show(build);
          }
        });
  }

  private void page(int page, String title, Icon icon) {
    setPageText(page, title);
    setPageImage(
        page,
        new LocalResourceManager(JFaceResources.getResources(), getContainer())
            .create(icon.descriptor()));
  }

  /** A file that moves takes its editor along. */
  @Override
  protected void handlePropertyChange(int property) {
    if (property == PROP_INPUT) {
      setInput(source.getEditorInput());
      name(source.getEditorInput());
    }
    super.handlePropertyChange(property);
  }

  @Override
  public <T> T getAdapter(Class<T> type) {
    if (type == AbstractTextEditor.class || type == ITextEditor.class) {
      return type.cast(source);
    }
    if (type == IGotoMarker.class) {
      IGotoMarker visit =
          marker -> {
            showSource();
            source.getAdapter(IGotoMarker.class).gotoMarker(marker);
          };
      return type.cast(visit);
    }
    if (type == IContentOutlinePage.class) {
      return type.cast(outline());
    }
    return super.getAdapter(type);
  }

  private PlanOutline outline() {
    outlines.removeIf(PlanOutline::isClosed);
    PlanOutline outline = new PlanOutline(plan, this::visit);
    outlines.add(outline);
    return outline;
  }

  /** Selects an entry on the page that is shown, or in the text if it has no place there. */
  private void visit(OutlineEntry entry) {
    Optional<ListPage> page = entry.row().map(row -> forms.of(row.list()));
    boolean shown = page.filter(list -> list.control().isVisible()).isPresent();
    if (shown && entry.row().filter(row -> row.list() != PlanList.LIMITS).isPresent()) {
      page.get().select(entry.row().get().index());
    } else {
      showSource();
      source.reveal(entry.line());
    }
  }

  /** Shows the page of the views. */
  public void showViews() {
    setActivePage(VIEWS);
    setFocus();
  }

  /** Shows the page of the recipients. */
  public void showRecipients() {
    setActivePage(RECIPIENTS);
    setFocus();
  }

  @Override
  public void setFocus() {
    switch (getActivePage()) {
      case VIEWS -> forms.views().setFocus();
      case RECIPIENTS -> forms.recipients().setFocus();
      default -> super.setFocus();
    }
  }

  /** Shows the page of the text. */
  public void showSource() {
    setActiveEditor(source);
  }

  /** The plan as it is edited. */
  public LivePlan plan() {
    return plan;
  }

  /** The pages of the lists. */
  public PlanPages forms() {
    return forms;
  }

  /** The page of the text. */
  public SourcePage source() {
    return source;
  }

  @Override
  public void doSave(IProgressMonitor monitor) {
    source.doSave(monitor);
  }

  @Override
  public void doSaveAs() {
    source.doSaveAs();
  }

  @Override
  public boolean isSaveAsAllowed() {
    return source.isSaveAsAllowed();
  }

  @Override
  public void dispose() {
    plan.close();
    if (evidence != null) {
      evidence.close();
    }
    super.dispose();
  }
}
