// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.layered;

import dev.modelward.ui.diagram.BoxSizes;
import dev.modelward.ui.diagram.Diagram;
import dev.modelward.ui.diagram.Layout;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;

/** The layout of one diagram while it runs in its own thread. */
final class Work extends NullElkProgressMonitor implements Callable<Layout> {

  private final Diagram diagram;
  private final BoxSizes sizes;
  private volatile boolean stopped;
  private volatile double fraction;

  Work(Diagram diagram, BoxSizes sizes) {
    this.diagram = diagram;
    this.sizes = sizes;
  }

  /** Lets the thread end at its next step. */
  void stop() {
    stopped = true;
  }

  /** How much is done, from 0 to 1. */
  double fraction() {
    return fraction;
  }

  @Override
  public Layout call() {
    Ranks ranks = new Ranks(diagram);
    Sketch sketch = new Sketch(diagram);
    List<List<Integer>> parts = List.copyOf(Parts.of(diagram));
    StripLayouts strips = new StripLayouts(this);
    int done = 0;
    for (List<Integer> part : parts) {
      Tower tower = new Tower(sketch, ranks, sizes);
      for (Cuts.Piece piece : Cuts.of(diagram, ranks, part)) {
        tower.add(piece, strips);
        done += piece.boxes().size() - (piece.head() ? 1 : 0);
        fraction = 0.95 * done / diagram.boxes().size();
      }
      Lanes.draw(sketch, part);
    }
    Shelves.arrange(sketch, parts);
    return sketch.finish();
  }

  /** ELK begins every step here; leaving by an exception is the only way out of the middle. */
  @Override
  public boolean begin(@Nullable String name, float totalWork) {
    if (stopped) {
      throw new CancellationException();
    }
    return super.begin(name, totalWork);
  }

  /** ELK would go on with half a layout. */
  @Override
  public boolean isCanceled() {
    return false;
  }
}
