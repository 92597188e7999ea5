// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.maps;

import dev.modelward.protect.blocks.Blocks;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.importance.ImportanceMap;
import dev.modelward.protect.importance.MapException;
import dev.modelward.protect.importance.ScoredLayer;
import dev.modelward.ui.heat.CurveFile;
import dev.modelward.ui.heat.HeatSummary;
import dev.modelward.ui.heat.Prediction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.NonNullByDefault;

/** Looks for the maps beside a model and reads one, as often as it is scheduled. */
public final class MapReading extends Job {
  private final Supplier<Optional<Subject>> subject;
  private final Consumer<MapState> receiver;
  private final List<Shelf> known = new ArrayList<>();
  private volatile String wanted = "";

  /** Reads maps of whatever model there is, and hands on what came of it. */
  public MapReading(Supplier<Optional<Subject>> subject, Consumer<MapState> receiver) {
    super(Messages.reading_job);
    this.subject = subject;
    this.receiver = receiver;
  }

  /** Reads the map of a file name, or the first one if there is none of that name. */
  public void read(String name) {
    wanted = name;
    schedule();
  }

  @Override
  @NonNullByDefault({})
  protected IStatus run(IProgressMonitor monitor) {
    try {
      Optional<Subject> now = subject.get();
      if (now.isPresent()) {
        MapState state = state(now.get(), monitor);
        receiver.accept(state);
      }
      return Status.OK_STATUS;
    } catch (CancellationException e) {
      return Status.CANCEL_STATUS;
    }
  }

  private MapState state(Subject now, IProgressMonitor monitor) {
    try {
      Shelf shelf = shelf(now);
      List<MapEntry> entries = shelf.look();
      if (entries.isEmpty()) {
        return new MapState.None(now);
      }
      MapEntry chosen =
          entries.stream()
              .filter(entry -> entry.name().equals(wanted))
              .findFirst()
              .orElse(entries.getFirst());
      return new MapState.Open(entries, open(shelf, chosen, () -> check(monitor)));
    } catch (IOException | MapException e) {
      return new MapState.Failed(String.valueOf(e.getMessage()));
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      ILog.of(MapReading.class).error(String.valueOf(e.getMessage()), e);
      return new MapState.Failed(e.toString());
    }
  }

  private static void check(IProgressMonitor monitor) {
    if (monitor.isCanceled()) {
      throw new CancellationException();
    }
  }

  /** The shelf of a model, which is made out only once. */
  private Shelf shelf(Subject now) throws IOException {
    if (known.isEmpty() || !known.getFirst().subject().equals(now)) {
      known.clear();
      known.add(Shelf.of(now));
    }
    return known.getFirst();
  }

  private static OpenMap open(Shelf shelf, MapEntry entry, Runnable cancelled)
      throws IOException, MapException {
    ImportanceMap map = ImportanceMap.open(entry.file());
    HeatSummary summary = HeatSummary.of(map, cancelled);
    Map<String, LayerBlocks> blocks = new HashMap<>();
    Blocks.of(shelf.subject().content().model())
        .layers()
        .forEach(layer -> blocks.putIfAbsent(layer.name(), layer));
    List<Optional<LayerBlocks>> layers =
        map.layers().stream().map(layer -> same(layer, blocks)).toList();
    return new OpenMap(shelf.subject(), entry, summary, prediction(shelf.subject(), entry), layers);
  }

  private static Optional<LayerBlocks> same(ScoredLayer layer, Map<String, LayerBlocks> blocks) {
    return Optional.ofNullable(blocks.get(layer.weight()))
        .filter(found -> found.tiling().equals(layer.tiling()));
  }

  /** What was measured by a map since it was made. */
  private static Prediction prediction(Subject subject, MapEntry entry) throws IOException {
    Path file = subject.beside(OpenMap.CURVE);
    boolean isNew =
        Files.isRegularFile(file)
            && !Files.getLastModifiedTime(file).toInstant().isBefore(entry.written());
    return isNew ? CurveFile.read(file).of(entry.file()) : Prediction.NONE;
  }
}
