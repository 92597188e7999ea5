// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.flow;

import dev.modelward.onnx.graph.Scope;
import dev.modelward.ui.diagram.Diagram;
import dev.modelward.ui.diagram.Layout;
import dev.modelward.ui.folding.Folding;
import dev.modelward.ui.graph.GraphCanvas;
import dev.modelward.ui.layered.LayeredLayout;
import dev.modelward.ui.model.Figures;
import dev.modelward.ui.model.ModelContent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/**
 * Has graphs laid out one at a time, each in place of the one before, and shows what comes of it.
 */
final class Draftsman {
  /** Shorter waits are not worth a word. */
  private static final int PATIENCE = 300;

  private final GraphCanvas canvas;
  private final Waiting waiting;
  private final Runnable drawn;
  private final Display display;
  private final List<LayoutJob> running = new ArrayList<>();
  private Drawing drawing = nothing();

  Draftsman(GraphCanvas canvas, Waiting waiting, Runnable drawn) {
    this.canvas = canvas;
    this.waiting = waiting;
    this.drawn = drawn;
    this.display = canvas.getDisplay();
    canvas.addListener(SWT.Dispose, e -> cancel());
  }

  private static Drawing nothing() {
    return new Drawing(Folding.of(new Diagram(List.of(), List.of())), Layout.empty());
  }

  Folding folding() {
    return drawing.folding();
  }

  boolean isBusy() {
    return !running.isEmpty();
  }

  /** Draws a graph from scratch. */
  void draw(ModelContent model, Scope scope) {
    drawing = nothing();
    canvas.show(drawing.layout());
    int nodes = scope.graph(model.model()).nodes().size();
    String saying = NLS.bind(Messages.layout_saying, Figures.exact(nodes));
    canvas.say(saying);
    top(canvas);
    Supplier<Folding> folding = () -> Folding.of(ModelDiagram.of(model, scope));
    LayoutJob job = start(NLS.bind(Messages.layout_job, model.facts().name()), folding);
    job.addJobChangeListener(new GivenUp(() -> draw(model, scope)));
    display.timerExec(PATIENCE, () -> waitFor(job, saying));
    job.schedule();
  }

  /** Draws the same graph, folded in another way. */
  void draw(UnaryOperator<Folding> change) {
    Folding folding = drawing.folding();
    start(Messages.layout_again, () -> change.apply(folding)).schedule();
  }

  /** Draws the same graph, folded in another way at one box. */
  void draw(Function<String, Folding> change, String box) {
    start(Messages.layout_again, () -> change.apply(box)).schedule();
  }

  private LayoutJob start(String name, Supplier<Folding> folding) {
    cancel();
    LayeredLayout layout = new LayeredLayout(canvas.boxSizes());
    List<LayoutJob> self = new ArrayList<>();
    LayoutJob job =
        new LayoutJob(name, layout, folding, done -> later(() -> show(self.get(0), done)));
    self.add(job);
    running.add(job);
    return job;
  }

  private void cancel() {
    running.forEach(LayoutJob::cancel);
    running.clear();
  }

  private void later(Runnable action) {
    display.asyncExec(() -> {
      if (!canvas.isDisposed()) {
        action.run();
      }
    });
  }

  private void show(LayoutJob job, Drawing done) {
    if (running.remove(job)) {
      drawing = done;
      canvas.say(done.layout().diagram().boxes().isEmpty() ? Messages.empty : "");
      canvas.show(done.layout());
      top(canvas);
      drawn.run();
    }
  }

  private void waitFor(LayoutJob job, String saying) {
    if (running.contains(job) && !canvas.isDisposed()) {
      waiting.say(saying, IDialogConstants.CANCEL_LABEL, job::cancel);
      top(waiting.control());
    }
  }

  /** Offers to try again when somebody cancels a layout. */
  @NonNullByDefault({})
  private final class GivenUp extends JobChangeAdapter {
    private final Runnable again;

    GivenUp(Runnable again) {
      this.again = again;
    }

    @Override
    public void done(IJobChangeEvent event) {
      if (event.getResult().matches(IStatus.CANCEL)) {
        later(() -> giveUp((LayoutJob) event.getJob(), again));
      }
    }
  }

  private void giveUp(LayoutJob job, Runnable again) {
    if (running.remove(job)) {
      waiting.say(Messages.layout_cancelled, Messages.layout_again, again);
      top(waiting.control());
    }
  }

  private void top(Control control) {
    if (control.getParent().getLayout() instanceof StackLayout layers) {
      layers.topControl = control;
      control.getParent().layout();
    }
  }
}
