// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.calibration;

import dev.modelward.learn.data.Batch;
import dev.modelward.learn.data.Truth;
import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.evaluate.Subject;
import dev.modelward.learn.gradient.UnsupportedNodeException;
import dev.modelward.learn.loss.Loss;
import dev.modelward.learn.recipe.Objective;
import dev.modelward.learn.run.NativeTensor;
import dev.modelward.learn.run.Observation;
import dev.modelward.learn.run.Observed;
import dev.modelward.learn.run.RunException;
import dev.modelward.onnx.Dimension;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.Shape;
import dev.modelward.onnx.Value;
import dev.modelward.onnx.ValueType;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.protect.importance.Judging;
import dev.modelward.protect.importance.Provenance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What is done with samples: the model that gets them, by what it is judged, and by which truth.
 */
public record Calibration(OnnxModel model, String input, Loss loss, Provenance.Truth truth) {
  private static final long MOST_NUMBERS = 1 << 17;

  /** Learns from a first batch what the data have to say. */
  public static Calibration of(OnnxModel model, Batch first, Judging judging)
      throws MismatchException, RunException, IOException {
    Subject.check(input(model), first.shape());
    String input = input(model).name();
    if (judging == Judging.OUTPUT) {
      Loss loss = new Loss.Itself(model.graph().outputs().getFirst().name());
      return new Calibration(model, input, loss, Provenance.Truth.OUTPUT);
    }
    Provenance.Truth truth =
        switch (first.truth()) {
          case Truth.Labels labels -> Provenance.Truth.LABELS;
          case Truth.Clean clean -> Provenance.Truth.CLEAN;
          case Truth.Nothing nothing ->
              hasClasses(model, input, first)
                  ? Provenance.Truth.OWN_CLASSES
                  : Provenance.Truth.OWN_OUTPUT;
        };
    Objective objective =
        truth == Provenance.Truth.LABELS || truth == Provenance.Truth.OWN_CLASSES
            ? Objective.CROSS_ENTROPY
            : Objective.SQUARED_ERROR;
    return new Calibration(model, input, objective.of(model), truth);
  }

  private static Value input(OnnxModel model) throws MismatchException {
    List<Value> inputs =
        model.graph().inputs().stream()
            .filter(value -> model.graph().initializer(value.name()).isEmpty())
            .toList();
    boolean isOne =
        inputs.size() == 1
            && inputs.getFirst().type() instanceof ValueType.OfTensor tensor
            && tensor.element() == ElementType.FLOAT32;
    if (!isOne) {
      throw new MismatchException(
          "the model's inputs",
          "one tensor of float32",
          inputs.stream().map(value -> value.name() + " " + value.type()).toList().toString(),
          "Choose a criterion that needs no data, such as magnitude.");
    }
    return inputs.getFirst();
  }

  /** A model that makes a row of at least two numbers of each sample tells classes apart. */
  private static boolean hasClasses(OnnxModel model, String input, Batch first)
      throws RunException, IOException {
    List<Long> dims = new ArrayList<>(sample(first));
    dims.addFirst(fixedBatch(model, input).orElse(1));
    try (NativeTensor zeros = NativeTensor.zeros(ElementType.FLOAT32, dims)) {
      Observation seen = Observation.of(model, Map.of(input, zeros));
      List<Long> made =
          seen.value(model.graph().outputs().getFirst().name())
              .map(Observed::dims)
              .orElse(List.of());
      return made.size() == 2 && made.get(1) > 1;
    }
  }

  /** The graph that tells the loss of samples of some sizes, but no gradient. */
  public Circuit forward(List<Long> sizes) throws RunException, IOException {
    try {
      return Circuit.of(this, sizes, List.of());
    } catch (UnsupportedNodeException e) {
      throw new IllegalStateException("no gradient was wanted", e);
    }
  }

  /** The sizes of one sample. */
  public static List<Long> sample(Batch batch) {
    return LongStream.of(batch.shape()).skip(1).boxed().toList();
  }

  /**
   * How many samples of some sizes go through the model at a time: as many as it must have, if it
   * says so; else what is wanted, but not more numbers than leave memory for all gradients.
   */
  public int room(int wanted, List<Long> sample) {
    long numbers = sample.stream().reduce(1L, Math::multiplyExact);
    long most = Math.clamp(MOST_NUMBERS / Math.max(1, numbers), 1, wanted);
    return Math.toIntExact(fixedBatch(model, input).orElse(most));
  }

  private static OptionalLong fixedBatch(OnnxModel model, String input) {
    return model.graph().inputs().stream()
        .filter(value -> value.name().equals(input))
        .flatMap(value ->
            value.type() instanceof ValueType.OfTensor tensor
                    && tensor.shape() instanceof Shape.Ranked ranked
                ? ranked.dims().stream().limit(1)
                : Stream.empty())
        .filter(Dimension.Fixed.class::isInstance)
        .mapToLong(dimension -> ((Dimension.Fixed) dimension).size())
        .filter(size -> size > 0)
        .findFirst();
  }
}
