// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.ablation;

import dev.modelward.learn.run.NativeTensor;
import dev.modelward.learn.run.RunException;
import dev.modelward.learn.run.Session;
import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.protect.calibration.Samples;
import dev.modelward.protect.decoy.Disguise;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Memory for a model's weights in which decoys are tried, for one thread. */
public final class Trial implements AutoCloseable {
  private final Samples samples;
  private final List<Disguise> layers;
  private final List<NativeTensor> weights = new ArrayList<>();
  private final Map<String, NativeTensor> byName = new HashMap<>();
  private final Map<List<Long>, Session> sessions;

  /** A trial of decoys in some layers, of which samples tell the loss. */
  public Trial(Samples samples, List<Disguise> layers) throws RunException, IOException {
    this.samples = samples;
    this.layers = layers;
    for (Disguise layer : layers) {
      NativeTensor weight = NativeTensor.copyOf(layer.blocks().weight().tensor());
      weights.add(weight);
      byName.put(layer.blocks().name(), weight);
    }
    this.sessions =
        samples.sessions(
            layers.stream().map(layer -> layer.blocks().name()).collect(Collectors.toSet()));
  }

  /** The mean loss of the model as it is. */
  public double plain() throws RunException {
    return samples.loss(sessions, byName);
  }

  /** The mean loss with decoys in some blocks of a layer that follow each other. */
  public double loss(int layer, long from, long to) throws RunException, IOException {
    ByteBuffer numbers = weights.get(layer).memory().order(ByteOrder.LITTLE_ENDIAN);
    try {
      layers.get(layer).write(numbers, LongStream.range(from, to));
      return plain();
    } finally {
      Bytes own = layers.get(layer).blocks().weight().tensor().raw();
      own.pieces().forEach(piece -> numbers.put(piece.duplicate()));
    }
  }

  @Override
  public void close() throws RunException {
    for (Session session : sessions.values()) {
      session.close();
    }
    weights.forEach(NativeTensor::close);
  }
}
