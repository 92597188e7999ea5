// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.evaluate;

import dev.modelward.learn.run.Provider;
import dev.modelward.learn.run.SessionSettings;
import java.util.List;

/**
 * How a model is evaluated: where, on how many threads, how many records at a time, by which
 * metrics (none means the usual ones for what is known), and which of its outputs is judged.
 */
public record EvaluationSettings(
    Provider provider, int threads, BatchSize batch, List<Metric> metrics, Output output) {

  /** How many records go through the model at a time, where the model leaves that open. */
  public sealed interface BatchSize {
    /** As many small records as make good use of a processor, and large ones one by one. */
    record Fitting() implements BatchSize {}

    /** At most so many. */
    record Of(int records) implements BatchSize {
      /** Refuses an empty batch. */
      public Of {
        if (records < 1) {
          throw new IllegalArgumentException("expected at least 1 record, found " + records);
        }
      }
    }
  }

  /** Which output is judged. */
  public sealed interface Output {
    /** The first one. */
    record First() implements Output {}

    /** The one of a name. */
    record Named(String name) implements Output {}
  }

  /** Keeps its own copy, and checks that there is a thread. */
  public EvaluationSettings {
    metrics = List.copyOf(metrics);
    if (threads < 1) {
      throw new IllegalArgumentException("expected at least 1 thread, found " + threads);
    }
  }

  /** On some threads of the processor, by the usual metrics, of the first output. */
  public static EvaluationSettings cpu(int threads) {
    return new EvaluationSettings(
        Provider.CPU, threads, new BatchSize.Fitting(), List.of(), new Output.First());
  }

  /** These by other metrics. */
  public EvaluationSettings by(Metric... wanted) {
    return new EvaluationSettings(provider, threads, batch, List.of(wanted), output);
  }

  /** These with at most so many records at a time. */
  public EvaluationSettings batch(int records) {
    return new EvaluationSettings(provider, threads, new BatchSize.Of(records), metrics, output);
  }

  /** These on another number of threads. */
  public EvaluationSettings on(int otherThreads) {
    return new EvaluationSettings(provider, otherThreads, batch, metrics, output);
  }

  /** These with another output. */
  public EvaluationSettings judging(String name) {
    return new EvaluationSettings(provider, threads, batch, metrics, new Output.Named(name));
  }

  /**
   * The session for them: one thread, because a thread of the evaluation runs a batch from its
   * begin to its end.
   */
  public SessionSettings session() {
    return new SessionSettings(provider, 1, SessionSettings.Weights.FIXED);
  }

  /** The threads that run batches; an accelerator is one. */
  int workers() {
    return provider == Provider.CPU ? threads : 1;
  }
}
