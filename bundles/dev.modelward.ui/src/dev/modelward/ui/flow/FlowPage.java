// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.flow;

import dev.modelward.onnx.graph.Scope;
import dev.modelward.ui.diagram.Box;
import dev.modelward.ui.drawing.GraphPalette;
import dev.modelward.ui.graph.GraphCanvas;
import dev.modelward.ui.graph.GraphListener;
import dev.modelward.ui.model.Element;
import dev.modelward.ui.model.ElementSelection;
import dev.modelward.ui.model.Follower;
import dev.modelward.ui.model.ModelContent;
import dev.modelward.ui.widget.AccessibleName;
import dev.modelward.ui.widget.ThemeColor;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.services.IServiceLocator;
import org.eclipse.ui.themes.IThemeManager;

/** The page that draws one graph of a model at a time. */
public final class FlowPage implements Follower {
  private final ElementSelection selection;
  private final Supplier<Optional<ModelContent>> content;
  private final Runnable opened;
  private final Composite page;
  private final FlowBar bar;
  private final GraphCanvas canvas;
  private final Draftsman draftsman;
  private Scope scope = Scope.MAIN;
  private boolean stale = true;
  private boolean following;
  private boolean revealing;

  /** Makes the page for whatever model there is, and tells when somebody opens a node in it. */
  public FlowPage(
      Composite parent,
      ElementSelection selection,
      Supplier<Optional<ModelContent>> content,
      Runnable opened) {
    this.selection = selection;
    this.content = content;
    this.opened = opened;
    page = new Composite(parent, SWT.NONE);
    GridLayout layout = new GridLayout();
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    layout.verticalSpacing = 0;
    page.setLayout(layout);
    bar = new FlowBar(page, this::goInto);
    Composite stack = new Composite(page, SWT.NONE);
    StackLayout layers = new StackLayout();
    stack.setLayout(layers);
    stack.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    canvas = new GraphCanvas(stack, palette());
    layers.topControl = canvas;
    AccessibleName.set(canvas, Messages.canvas_name);
    canvas.hoverText(this::card);
    canvas.addGraphListener(new Listener());
    draftsman = new Draftsman(canvas, new Waiting(stack), this::drawn);
    selection.add(this);
    page.addListener(SWT.Dispose, e -> selection.remove(this));
    followTheme();
  }

  private void followTheme() {
    IThemeManager themes = PlatformUI.getWorkbench().getThemeManager();
    IPropertyChangeListener listener = e -> repaint();
    themes.addPropertyChangeListener(listener);
    page.addListener(SWT.Dispose, e -> themes.removePropertyChangeListener(listener));
  }

  private void repaint() {
    canvas.palette(palette());
    content.get().ifPresent(model -> bar.show(model, scope));
  }

  private static GraphPalette palette() {
    return GraphPalette.of(
        ThemeColor.GRAPH_BACKGROUND.rgb(), ThemeColor.GRAPH_TEXT.rgb(), ThemeColor.ACCENT.rgb());
  }

  /** Puts what the commands contribute into the bar, and what finds into it. */
  public void complete(IServiceLocator services) {
    bar.complete(services, canvas);
  }

  /** What the canvas tells. */
  private final class Listener implements GraphListener {
    @Override
    public void selected(Optional<Box> box) {
      if (!following) {
        selection.select(box.flatMap(FlowPage.this::element).stream().toList(), FlowPage.this);
      }
    }

    @Override
    public void opened(Box box) {
      if (inner().isEmpty()) {
        opened.run();
      } else {
        enter();
      }
    }

    @Override
    public void toggled(Box box) {
      draftsman.draw(draftsman.folding()::toggle, box.id());
    }
  }

  private Optional<Element> element(Box box) {
    return draftsman.folding().members(box.id()).stream()
        .findFirst()
        .flatMap(id -> ModelDiagram.element(scope, id));
  }

  private List<String> card(Box box) {
    return content
        .get()
        .map(model -> new BoxCard(model).lines(box, element(box)))
        .orElseGet(List::of);
  }

  /** Another model is there: draws it when somebody looks. */
  public void refresh() {
    stale = true;
    if (page.isVisible()) {
      activate();
    }
  }

  /** Somebody looks: draws what is not drawn yet, and shows what is selected. */
  public void activate() {
    if (stale) {
      content.get().ifPresent(model -> draw(model, known(model)));
    }
    follow(selection.elements());
  }

  private Scope known(ModelContent model) {
    return model.scopes().contains(scope) ? scope : Scope.MAIN;
  }

  private void draw(ModelContent model, Scope which) {
    scope = which;
    stale = false;
    bar.show(model, which);
    draftsman.draw(model, which);
  }

  private void go(Scope to) {
    content.get().filter(model -> !to.equals(scope)).ifPresent(model -> draw(model, to));
  }

  /** Goes to a graph for its own sake, so that no selection elsewhere leads away again. */
  private void goInto(Scope to) {
    Element graph = to.isMain() ? new Element.Whole() : new Element.InnerGraph(to);
    selection.select(List.of(graph), this);
    go(to);
  }

  private void drawn() {
    bar.refresh();
    follow(selection.elements());
    if (revealing) {
      reveal();
    }
  }

  @Override
  public void follow(List<Element> elements) {
    if (page.isVisible() && !elements.isEmpty()) {
      Element first = elements.get(0);
      InnerGraphs.around(first).ifPresent(this::go);
      following = true;
      ModelDiagram.box(first)
          .flatMap(draftsman.folding()::visibleBox)
          .ifPresentOrElse(this::select, canvas::clearSelection);
      following = false;
    }
  }

  private void select(String box) {
    boolean there = canvas.selection().filter(selected -> selected.id().equals(box)).isPresent();
    if (!there) {
      canvas.select(box);
      canvas.reveal(box);
    }
  }

  private List<Scope> inner() {
    return content.get().stream()
        .map(InnerGraphs::new)
        .flatMap(graphs -> selection.elements().stream().limit(1).map(graphs::of))
        .flatMap(List::stream)
        .toList();
  }

  /** Goes into the graph inside of the selected node; asks which one if there are several. */
  public void enter() {
    List<Scope> inner = inner();
    if (inner.size() == 1) {
      goInto(inner.get(0));
    } else if (!inner.isEmpty()) {
      Menu menu = new Menu(canvas);
      inner.forEach(to -> item(menu, to));
      menu.setVisible(true);
    }
  }

  private void item(Menu menu, Scope to) {
    MenuItem item = new MenuItem(menu, SWT.PUSH);
    item.setText(to.steps().getLast().attribute());
    item.addListener(SWT.Selection, e -> goInto(to));
  }

  /** Goes back to the graph around, where the node that held this one is selected. */
  public void leave() {
    if (!scope.isMain()) {
      selection.select(List.of(InnerGraphs.owner(scope)), this);
      go(scope.outer());
    }
  }

  /** Shows the selected node even if it has to be unfolded for it, now or once it is drawn. */
  public void reveal() {
    revealing = draftsman.isBusy();
    if (!revealing) {
      selection.elements().stream()
          .findFirst()
          .flatMap(ModelDiagram::box)
          .filter(this::isFolded)
          .ifPresent(box -> draftsman.draw(draftsman.folding()::reveal, box));
    }
  }

  private boolean isFolded(String box) {
    return draftsman.folding().visibleBox(box).filter(shown -> !shown.equals(box)).isPresent();
  }

  /** Folds all blocks that repeat. */
  public void foldAll() {
    draftsman.draw(folding -> folding.foldAll());
  }

  /** Unfolds all blocks. */
  public void unfoldAll() {
    draftsman.draw(folding -> folding.unfoldAll());
  }

  /** Asks where to write the picture of the whole graph, and writes it. */
  public void exportPicture() {
    String name = content.get().map(model -> model.facts().name()).orElse("");
    new Export(canvas.picture().whole()).ask(page.getShell(), name);
  }

  /** Lets somebody type what to find. */
  public void find() {
    bar.find();
  }

  /** The canvas that draws. */
  public GraphCanvas canvas() {
    return canvas;
  }

  /** The graph that is drawn. */
  public Scope scope() {
    return scope;
  }

  /** Whether a layout is being worked out. */
  public boolean isBusy() {
    return draftsman.isBusy();
  }

  /** The page itself. */
  public Composite control() {
    return page;
  }
}
