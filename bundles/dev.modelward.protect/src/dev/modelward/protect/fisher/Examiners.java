// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.fisher;

import dev.modelward.learn.data.Batch;
import dev.modelward.learn.gradient.UnsupportedNodeException;
import dev.modelward.learn.run.RunException;
import dev.modelward.learn.run.Session;
import dev.modelward.learn.run.SessionSettings;
import dev.modelward.protect.blocks.Blocks;
import dev.modelward.protect.blocks.LayerBlocks;
import dev.modelward.protect.calibration.Calibration;
import dev.modelward.protect.calibration.Circuit;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The examiners of samples of a few sizes, those who have nothing to do and those who have. */
public final class Examiners implements AutoCloseable {
  /** As many sizes as are kept ready: images often come upright and across. */
  private static final int MOST_SIZES = 2;

  private final Calibration calibration;
  private final int room;
  private final List<Displacement> layers;
  private final Session forward;
  private final Map<List<Long>, Circuit> circuits = new LinkedHashMap<>();
  private final Deque<Examiner> free = new ArrayDeque<>();

  private Examiners(Calibration calibration, int room, List<Displacement> layers, Session forward) {
    this.calibration = calibration;
    this.room = room;
    this.layers = layers;
    this.forward = forward;
  }

  /** For so many samples at a time, and the weights of some layers. */
  public static Examiners of(Calibration calibration, int room, Blocks blocks)
      throws RunException, IOException {
    List<Displacement> layers = new ArrayList<>();
    for (LayerBlocks layer : blocks.layers()) {
      layers.add(Displacement.of(layer));
    }
    Session forward = Session.open(calibration.model(), SessionSettings.cpu(1));
    return new Examiners(calibration, room, layers, forward);
  }

  /** Somebody for a batch, who has nothing to do. */
  public Examiner take(Batch batch) throws RunException, IOException, UnsupportedNodeException {
    List<Long> sizes = new ArrayList<>(Calibration.sample(batch));
    sizes.addFirst((long) room);
    for (Examiner examiner : free) {
      if (examiner.samples().equals(sizes)) {
        free.remove(examiner);
        return examiner;
      }
    }
    Circuit circuit =
        circuits.containsKey(sizes)
            ? circuits.remove(sizes)
            : Circuit.of(calibration, sizes, values());
    circuits.put(sizes, circuit);
    forgetOthers();
    return new Examiner(circuit, forward, layers);
  }

  private List<String> values() {
    return layers.stream().map(layer -> layer.blocks().value()).toList();
  }

  private void forgetOthers() throws RunException {
    if (circuits.size() <= MOST_SIZES) {
      return;
    }
    circuits.remove(circuits.keySet().iterator().next());
    for (Examiner examiner : List.copyOf(free)) {
      if (!circuits.containsKey(examiner.samples())) {
        free.remove(examiner);
        examiner.close();
      }
    }
  }

  /** Takes back who has nothing to do any more. */
  public void give(Examiner examiner) throws RunException {
    if (circuits.containsKey(examiner.samples())) {
      free.add(examiner);
    } else {
      examiner.close();
    }
  }

  @Override
  public void close() throws RunException {
    try {
      for (Examiner examiner : free) {
        examiner.close();
      }
    } finally {
      forward.close();
    }
  }
}
