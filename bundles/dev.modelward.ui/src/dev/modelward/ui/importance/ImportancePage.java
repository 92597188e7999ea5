// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.importance;

import dev.modelward.ui.heat.Borders;
import dev.modelward.ui.maps.MapEntry;
import dev.modelward.ui.maps.MapReading;
import dev.modelward.ui.maps.MapState;
import dev.modelward.ui.maps.OpenMap;
import dev.modelward.ui.maps.Subject;
import dev.modelward.ui.model.Element;
import dev.modelward.ui.model.ElementSelection;
import dev.modelward.ui.model.Follower;
import dev.modelward.ui.model.ModelContent;
import dev.modelward.ui.sheet.SheetExport;
import dev.modelward.ui.widget.Palette;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.themes.IThemeManager;

/** The page that shows how much the blocks of a model matter, and divides them into tiers. */
public final class ImportancePage implements Follower {
  private final ElementSelection selection;
  private final Display display;
  private final Composite stack;
  private final StackLayout layers = new StackLayout();
  private final NoMaps nothing;
  private final Composite body;
  private final ImportanceBar bar;
  private final Desk desk;
  private final Analysis analysis;
  private final MapReading reading;
  private volatile Optional<Subject> subject = Optional.empty();
  private MapState state = new MapState.Looking();
  private ImportanceState kept = ImportanceState.FRESH;
  private boolean isStale = true;

  /** Makes the page, without a map for now, and tells when somebody opens a layer in it. */
  public ImportancePage(Composite parent, ElementSelection selection, Runnable opened) {
    this.selection = selection;
    display = parent.getDisplay();
    stack = new Composite(parent, SWT.NONE);
    stack.setLayout(layers);
    nothing = new NoMaps(stack);
    body = new Composite(stack, SWT.NONE);
    GridLayout layout = new GridLayout();
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    layout.verticalSpacing = 0;
    body.setLayout(layout);
    bar = new ImportanceBar(body, this::choose, this::showAxis);
    bar.control().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    bar.onExport(this::export);
    desk = new Desk(body, Palette.current(), this::select);
    desk.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    desk.table().addListener(SWT.DefaultSelection, e -> opened.run());
    analysis = new Analysis(display, this::refresh);
    reading = new MapReading(() -> subject, read -> later(() -> show(read)));
    layers.topControl = nothing.control();
    selection.add(this);
    stack.addListener(SWT.Dispose, e -> dispose());
    followTheme();
  }

  private void followTheme() {
    IThemeManager themes = PlatformUI.getWorkbench().getThemeManager();
    IPropertyChangeListener listener = e -> desk.palette(Palette.current());
    themes.addPropertyChangeListener(listener);
    stack.addListener(SWT.Dispose, e -> themes.removePropertyChangeListener(listener));
  }

  private void dispose() {
    selection.remove(this);
    reading.cancel();
  }

  private void later(Runnable action) {
    display.asyncExec(() -> {
      if (!stack.isDisposed()) {
        action.run();
      }
    });
  }

  /** Another model is there, in a file that can have maps beside it, or nowhere of the kind. */
  public void show(ModelContent content, Optional<Path> file) {
    subject = file.map(path -> new Subject(content, path));
    isStale = true;
    if (subject.isEmpty()) {
      String name = content.model().source().toString();
      nothing.say(Messages.remote, NLS.bind(Messages.remote_why, name));
    } else if (stack.isVisible()) {
      activate();
    }
  }

  /** Somebody looks: looks for maps, unless some are shown already. */
  public void activate() {
    boolean isShown = state instanceof MapState.Open;
    if (subject.isPresent() && (isStale || !isShown)) {
      isStale = false;
      refresh();
      reading.read(kept.map());
    }
    follow(selection.elements());
  }

  private void show(MapState read) {
    state = read;
    if (read instanceof MapState.Open open) {
      kept = new ImportanceState(open.map().entry().name(), kept.borders(), kept.axis());
      bar.show(open.entries(), open.map().entry());
      bar.axis(kept.shareAxis());
      desk.show(open.map(), borders(), kept.shareAxis());
    }
    refresh();
    follow(selection.elements());
  }

  private Borders borders() {
    return desk.borders().orElseGet(kept::shares);
  }

  /** Shows what there is now, and what can be done. */
  private void refresh() {
    if (stack.isDisposed()) {
      return;
    }
    String offer = analysis.isRunning() ? Messages.analyze_cancel : Messages.analyze;
    Runnable offered = analysis.isRunning() ? analysis::cancel : this::analyze;
    bar.offer(offer, offered);
    switch (state) {
      case MapState.Looking looking -> nothing.say(Messages.looking, "");
      case MapState.None none -> {
        none(none.subject());
        nothing.offer(offer, offered);
      }
      case MapState.Failed failed -> {
        nothing.say(Messages.failed, failed.what());
        nothing.offer(Messages.failed_again, () -> reading.read(kept.map()));
      }
      case MapState.Open open -> {}
    }
    layers.topControl = state instanceof MapState.Open ? body : nothing.control();
    stack.layout();
  }

  private void none(Subject model) {
    String name = String.valueOf(model.file().getFileName());
    if (analysis.isRunning()) {
      nothing.say(NLS.bind(Messages.analyze_running, name), Messages.analyze_runningWhy);
    } else {
      nothing.say(NLS.bind(Messages.none, name), NLS.bind(Messages.none_why, name, name));
    }
  }

  /** Makes a map by the magnitude of the weights, and shows it. */
  public void analyze() {
    subject.ifPresent(model -> analysis.start(model, this::written));
  }

  private void written(Path map) {
    reading.read(String.valueOf(map.getFileName()));
  }

  private void export() {
    map().ifPresent(map -> sheet().ifPresent(it -> it.ask(stack.getShell(), map.entry().name())));
  }

  /** What is shown, to be written to a file. */
  public Optional<SheetExport> sheet() {
    return desk.division().map(now -> new Sheet(desk, now, Palette.current()).export());
  }

  private void choose(MapEntry entry) {
    kept = new ImportanceState(entry.name(), kept.borders(), kept.axis());
    reading.read(entry.name());
  }

  private void showAxis() {
    kept = new ImportanceState(kept.map(), kept.borders(), bar.axis().name());
    map().ifPresent(map -> desk.show(map, borders(), bar.axis()));
  }

  private Optional<OpenMap> map() {
    return state instanceof MapState.Open open ? Optional.of(open.map()) : Optional.empty();
  }

  private void select(int layer) {
    map().flatMap(map -> map.place(layer)).ifPresent(at -> selection.select(List.of(at), this));
  }

  @Override
  public void follow(List<Element> elements) {
    if (!elements.isEmpty()) {
      map().ifPresent(map -> desk.follow(map, elements.getFirst()));
    }
  }

  /** What is shown, to be kept for the next time. */
  public ImportanceState state() {
    String name = map().map(map -> map.entry().name()).orElse(kept.map());
    return ImportanceState.of(name, borders(), kept.shareAxis());
  }

  /** Shows what was kept. */
  public void restore(ImportanceState before) {
    kept = before;
    isStale = true;
    desk.divide(before.shares());
  }

  /** Whether a map is shown. */
  public boolean isOpen() {
    return map().isPresent();
  }

  /** What is on the page beside its bar. */
  public Desk desk() {
    return desk;
  }

  /** Puts the keyboard to work. */
  public void setFocus() {
    if (isOpen()) {
      desk.table().setFocus();
    } else {
      nothing.setFocus();
    }
  }

  /** The page itself. */
  public Control control() {
    return stack;
  }
}
