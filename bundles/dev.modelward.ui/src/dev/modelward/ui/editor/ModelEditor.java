// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.editor;

import dev.modelward.ui.flow.FlowPage;
import dev.modelward.ui.importance.ImportancePage;
import dev.modelward.ui.layers.LayersPage;
import dev.modelward.ui.model.ElementSelection;
import dev.modelward.ui.model.ModelContent;
import dev.modelward.ui.outline.OutlinePage;
import dev.modelward.ui.properties.ElementProperties;
import dev.modelward.ui.widget.FocusedHandler;
import dev.modelward.ui.widget.Icon;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.NonNull;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableEditor;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.FileEditorInput;
import org.eclipse.ui.part.MultiPageEditorPart;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.eclipse.ui.views.properties.IPropertySheetPage;

/** The editor for ONNX models: shows what a model is made of, and changes nothing. */
@NonNullByDefault({})
public final class ModelEditor extends MultiPageEditorPart implements IPersistableEditor {
  /** The id under which the workbench knows this editor, and the context of its keys. */
  public static final String ID = "dev.modelward.ui.editor";

  private final ElementSelection selection = new ElementSelection();
  private final List<OutlinePage> outlines = new ArrayList<>();
  private Reading reading = new Reading.Pending();
  private EditorState restored = EditorState.FRESH;
  private OpenFile file;
  private EditorFrame frame;
  private Pages pages;

  @Override
  public void init(IEditorSite site, IEditorInput input) throws PartInitException {
    super.init(site, input);
    site.setSelectionProvider(selection);
    open(input);
  }

  private void open(IEditorInput input) throws PartInitException {
    file = OpenFile.of(input, read -> later(() -> show(read)), new Fate());
    setPartName(input.getName());
    setTitleToolTip(input.getToolTipText());
  }

  /** What becomes of the editor when its file goes. */
  private final class Fate implements FileFollower.Fate {
    @Override
    public void moved(@NonNull IFile to) {
      later(() -> move(new FileEditorInput(to)));
    }

    @Override
    public void deleted() {
      later(() -> getSite().getPage().closeEditor(ModelEditor.this, false));
    }
  }

  private void later(Runnable action) {
    Display display = getSite().getShell().getDisplay();
    display.asyncExec(() -> {
      if (frame == null || !frame.isDisposed()) {
        action.run();
      }
    });
  }

  private void move(IEditorInput input) {
    file.close();
    setInputWithNotify(input);
    try {
      open(input);
    } catch (PartInitException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected Composite createPageContainer(Composite parent) {
    frame = new EditorFrame(super.createPageContainer(parent), () -> file.readAgain());
    frame.reading(file.name());
    return frame.pages();
  }

  @Override
  protected void createPages() {
    pages = Pages.of(this, getContainer());
    page(layers().control(), Messages.page_layers, Icon.LAYERS);
    menu(layers().table(), "dev.modelward.ui.layers");
    FocusedHandler.put(
        getSite().getService(IHandlerService.class),
        IWorkbenchCommandConstants.EDIT_COPY,
        layers().table(),
        layers()::copySelected);
    page(importance().control(), Messages.page_importance, Icon.IMPORTANCE);
    graph().complete(getSite());
    page(graph().control(), Messages.page_graph, Icon.GRAPH);
    menu(graph().canvas(), "dev.modelward.ui.graph");
    getSite().getService(IContextService.class).activateContext(ID);
    show(reading);
  }

  private void page(Control control, String title, Icon icon) {
    int page = addPage(control);
    setPageText(page, title);
    ResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), control);
    setPageImage(page, resources.create(icon.descriptor()));
  }

  private void menu(Control control, String id) {
    MenuManager menu = new MenuManager();
    control.setMenu(menu.createContextMenu(control));
    getEditorSite().registerContextMenu(id, menu, selection, false);
  }

  private void show(Reading read) {
    reading = read;
    if (pages == null) {
      return;
    }
    switch (read) {
      case Reading.Pending pending -> frame.reading(file.name());
      case Reading.Failed failed -> frame.trouble(file.name(), failed.complaint());
      case Reading.Done done -> show(done.model());
    }
    outlines.forEach(OutlinePage::show);
  }

  private void show(ModelContent model) {
    frame.show(model);
    pages.show(model, file.local());
    restore();
  }

  private void restore() {
    if (restored.equals(EditorState.FRESH)) {
      return;
    }
    pages.restore(restored);
    if (restored.page() < getPageCount()) {
      setActivePage(restored.page());
    }
    selection.select(restored.selected(), elements -> {});
    restored = EditorState.FRESH;
  }

  @Override
  public void restoreState(IMemento memento) {
    restored = EditorState.read(memento);
    if (reading.content().isPresent()) {
      restore();
    }
  }

  @Override
  public void saveState(IMemento memento) {
    boolean shown = reading.content().isPresent();
    EditorState now = shown ? pages.state(getActivePage(), selection.elements()) : restored;
    now.write(memento);
  }

  @Override
  public <T> T getAdapter(Class<T> type) {
    if (type == IContentOutlinePage.class) {
      return type.cast(outline());
    }
    return type == IPropertySheetPage.class ? type.cast(properties()) : super.getAdapter(type);
  }

  private OutlinePage outline() {
    OutlinePage outline = new OutlinePage(selection, this::content, this::properties);
    outlines.add(outline);
    return outline;
  }

  private IPropertySheetPage properties() {
    return new ElementProperties(this::content);
  }

  /** The model, once it is there. */
  public Optional<ModelContent> content() {
    return reading.content();
  }

  /** What all screens of this editor have selected. */
  public ElementSelection selection() {
    return selection;
  }

  /** The page of layers. */
  public LayersPage layers() {
    return pages.layers();
  }

  /** The page of importance. */
  public ImportancePage importance() {
    return pages.importance();
  }

  /** Lets somebody type what to look for on the page that is shown. */
  public void find() {
    if (getActivePage() == Pages.GRAPH) {
      graph().find();
    } else {
      setActivePage(Pages.LAYERS);
      layers().find();
    }
  }

  /** The page of the graph. */
  public FlowPage graph() {
    return pages.graph();
  }

  /** Reads the file again. */
  public void reload() {
    file.readAgain();
  }

  /** Shows what is selected on the page of layers. */
  public void showInLayers() {
    setActivePage(Pages.LAYERS);
    selection.elements().stream().findFirst().ifPresent(layers()::reveal);
    layers().setFocus();
  }

  /** Shows how much the blocks matter. */
  public void showImportance() {
    setActivePage(Pages.IMPORTANCE);
    importance().setFocus();
  }

  /** Shows what is selected in the graph. */
  public void showInGraph() {
    setActivePage(Pages.GRAPH);
    graph().reveal();
    graph().canvas().setFocus();
  }

  @Override
  protected void pageChange(int page) {
    super.pageChange(page);
    pages.activate(page);
  }

  @Override
  public void setFocus() {
    if (reading.content().isPresent()) {
      pages.setFocus(getActivePage());
    } else {
      super.setFocus();
    }
  }

  @Override
  public boolean isSaveAsAllowed() {
    return false;
  }

  @Override
  public void doSave(IProgressMonitor monitor) {
    throw new UnsupportedOperationException("a model is not changed here");
  }

  @Override
  public void doSaveAs() {
    throw new UnsupportedOperationException("a model is not changed here");
  }

  @Override
  public void dispose() {
    file.close();
    super.dispose();
  }
}
