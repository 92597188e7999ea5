// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.train;

import dev.modelward.learn.data.Batches;
import dev.modelward.learn.data.OpenDataset;
import dev.modelward.learn.gradient.BatchStatistics;
import dev.modelward.learn.gradient.UnsupportedNodeException;
import dev.modelward.learn.lesson.Hook;
import dev.modelward.learn.lesson.Lesson;
import dev.modelward.learn.lesson.Step;
import dev.modelward.learn.loss.Loss;
import dev.modelward.learn.recipe.Recipe;
import dev.modelward.learn.run.NativeTensor;
import dev.modelward.learn.run.RunException;
import dev.modelward.learn.run.Session;
import dev.modelward.learn.run.SessionSettings;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All that one training works with: memory, workers, and who loads the samples. */
record Classroom(Feed feed, Loader loader, Crew crew, Exercise exercise, Memory memory)
    implements AutoCloseable {

  static Classroom of(Lesson lesson, OpenDataset data, int threads)
      throws TrainingException, UnsupportedNodeException, RunException, IOException {
    Recipe recipe = lesson.recipe();
    Material material = Material.of(lesson);
    Feed feed = new Feed(recipe.batch());
    List<Long> sample = sample(recipe, data);
    feed.add(Step.SAMPLES, sample);
    feed.add(Step.LOSSES, List.of());
    lesson.hooks().forEach(feed::add);
    int workers = workers(recipe.batch(), threads);
    Exercise exercise = exercise(lesson, material, feed, workers);
    feed.add(Loss.TARGET, exercise.target());
    Memory memory = Memory.of(lesson, material, data.records() / recipe.batch());
    Builder builder = new Builder(lesson, material, exercise, feed, memory);
    try {
      Loader loader = new Loader(feed, sample, material, exercise.target());
      return new Classroom(feed, loader, builder.crew(workers), exercise, memory);
    } catch (RunException | IOException e) {
      memory.close();
      throw e;
    }
  }

  /** As many as there are threads for, with equal shares of a batch. */
  private static int workers(int batch, int threads) {
    int workers = Math.min(batch, threads);
    while (batch % workers != 0) {
      workers--;
    }
    return workers;
  }

  private static List<Long> sample(Recipe recipe, OpenDataset data)
      throws TrainingException, IOException {
    try (Batches batches = data.batches(1)) {
      if (data.records() < recipe.batch() || !batches.next()) {
        throw new TrainingException(
            "the data set", "at least one batch of " + recipe.batch(), data.records() + " records");
      }
      return Loader.sample(batches.batch());
    }
  }

  private static Exercise exercise(Lesson lesson, Material material, Feed feed, int workers)
      throws TrainingException, UnsupportedNodeException, RunException, IOException {
    Map<String, NativeTensor> seen = new HashMap<>();
    seen.put(material.input(), feed.share(Step.SAMPLES, 0, workers));
    for (Hook hook : lesson.hooks()) {
      for (String input : hook.inputs()) {
        seen.put(input, feed.share(input, 0, workers));
      }
    }
    return Exercise.of(material, seen);
  }

  /** Makes workers. */
  private record Builder(
      Lesson lesson, Material material, Exercise exercise, Feed feed, Memory memory) {

    Crew crew(int workers) throws RunException, IOException {
      List<Worker> crew = new ArrayList<>();
      try {
        for (int i = 0; i < workers; i++) {
          crew.add(worker(i, workers));
        }
      } catch (RunException | IOException e) {
        for (Worker worker : crew) {
          worker.close();
        }
        throw e;
      }
      return new Crew(crew);
    }

    private Worker worker(int index, int of) throws RunException, IOException {
      Map<String, NativeTensor> inputs = new HashMap<>();
      for (Map.Entry<String, String> entry : exercise.feeds(material, lesson.hooks()).entrySet()) {
        inputs.put(entry.getKey(), feed.share(entry.getValue(), index, of));
      }
      memory.parameters().forEach(each -> inputs.put(each.name(), each.weight()));
      Map<String, NativeTensor> outputs = new HashMap<>();
      outputs.put(exercise.gradient().perSample(), feed.share(Step.LOSSES, index, of));
      for (Tensor tensor : material.trained()) {
        outputs.put(exercise.gradientOf(tensor.name()), zeros(tensor.dims()));
      }
      for (BatchStatistics.Running norm : material.running()) {
        List<Long> channels = List.of((long) memory.averages().values().get(norm.mean()).length);
        outputs.put(norm.batchMean(), zeros(channels));
        outputs.put(norm.batchVariance(), zeros(channels));
      }
      return new Worker(Session.open(exercise.model(), SessionSettings.cpu(1)), inputs, outputs);
    }

    private static NativeTensor zeros(List<Long> dims) throws RunException {
      return NativeTensor.zeros(ElementType.FLOAT32, dims);
    }
  }

  @Override
  public void close() throws RunException {
    try {
      crew.close();
    } finally {
      memory.close();
    }
  }
}
