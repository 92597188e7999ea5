// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.train;

import dev.modelward.learn.run.NativeTensor;
import dev.modelward.learn.run.RunException;
import dev.modelward.learn.run.Session;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Optional;

/** One session of the exercise, with the memory of what goes in and what comes out. */
final class Worker implements AutoCloseable {
  private final Session session;
  private final Map<String, NativeTensor> inputs;
  private final Map<String, NativeTensor> outputs;

  Worker(Session session, Map<String, NativeTensor> inputs, Map<String, NativeTensor> outputs) {
    this.session = session;
    this.inputs = Map.copyOf(inputs);
    this.outputs = Map.copyOf(outputs);
  }

  void run() throws RunException {
    session.run(inputs, outputs);
  }

  FloatBuffer output(String name) {
    return Optional.ofNullable(outputs.get(name))
        .orElseThrow(() ->
            new IllegalArgumentException("expected one of " + outputs.keySet() + ", found " + name))
        .floats();
  }

  @Override
  public void close() throws RunException {
    session.close();
    outputs.values().forEach(NativeTensor::close);
  }
}
