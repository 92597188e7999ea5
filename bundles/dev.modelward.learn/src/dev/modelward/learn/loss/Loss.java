// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.loss;

import dev.modelward.learn.emit.Dims;
import dev.modelward.learn.emit.Emitter;
import dev.modelward.learn.emit.Term;
import dev.modelward.onnx.Attribute;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** What a gradient is the gradient of: a number for each sample, averaged over the samples. */
public sealed interface Loss {
  /** The input of a gradient model that takes the targets. */
  String TARGET = "modelward.target";

  /** The input of a gradient model that takes the weight of each sample. */
  String WEIGHT = "modelward.weight";

  /** The value that the loss judges. */
  String judged();

  /** The cross-entropy of logits and the probabilities that are the targets. */
  record CrossEntropy(String judged) implements Loss {}

  /** The mean of the squared differences to the targets. */
  record SquaredError(String judged) implements Loss {}

  /** The value itself, summed up for each sample; it needs no targets. */
  record Itself(String judged) implements Loss {}

  /**
   * Another loss, whose gradient is weighted sample by sample; the loss of each sample stays as it
   * is.
   */
  record Weighted(Loss loss) implements Loss {
    @Override
    public String judged() {
      return loss.judged();
    }

    /** The weights that samples of a value take: one for each, in as many directions. */
    public static Term weight(Term value) {
      List<Long> dims = new ArrayList<>(Collections.nCopies(value.rank(), 1L));
      dims.set(0, value.size(0));
      return new Term(WEIGHT, value.type(), dims);
    }
  }

  /**
   * Another loss to whose mean over the samples some values of the model are added, each of one
   * number and not of a sample; no weight of a sample acts on them, and the loss of each sample
   * stays as it is.
   */
  record Penalized(Loss loss, List<String> added) implements Loss {
    /** Keeps its own copy. */
    public Penalized {
      added = List.copyOf(added);
    }

    @Override
    public String judged() {
      return loss.judged();
    }
  }

  /** The loss of each sample, and the gradient of what is judged. */
  record Written(Term perSample, Term gradient) {}

  /** Whether there are targets. */
  default boolean hasTarget() {
    return switch (this) {
      case CrossEntropy entropy -> true;
      case SquaredError squares -> true;
      case Itself itself -> false;
      case Weighted weighted -> weighted.loss().hasTarget();
      case Penalized penalized -> penalized.loss().hasTarget();
    };
  }

  /** Whether each sample has a weight. */
  default boolean hasWeight() {
    return switch (this) {
      case CrossEntropy entropy -> false;
      case SquaredError squares -> false;
      case Itself itself -> false;
      case Weighted weighted -> true;
      case Penalized penalized -> penalized.loss().hasWeight();
    };
  }

  /** The values that are added to the mean. */
  default List<String> penalties() {
    return switch (this) {
      case CrossEntropy entropy -> List.of();
      case SquaredError squares -> List.of();
      case Itself itself -> List.of();
      case Weighted weighted -> weighted.loss().penalties();
      case Penalized penalized ->
          Stream.concat(penalized.loss().penalties().stream(), penalized.added().stream()).toList();
    };
  }

  /** Writes the loss of a value. */
  default Written write(Emitter emit, Term value) {
    List<Long> rest = Dims.range(1, value.rank());
    long samples = value.rank() == 0 ? 1 : value.size(0);
    Term target = new Term(TARGET, value.type(), value.dims());
    return switch (this) {
      case CrossEntropy entropy -> {
        Attribute axis = Attribute.of("axis", 1);
        Term surprise = emit.mul(emit.unary("LogSoftmax", value, axis), target);
        Term error = emit.sub(emit.unary("Softmax", value, axis), target);
        yield new Written(
            emit.neg(emit.reduceSum(surprise, rest, false)), emit.mul(error, 1.0 / samples));
      }
      case SquaredError squares -> {
        Term error = emit.sub(value, target);
        double share = (double) samples / value.elements();
        Term sums = emit.reduceSum(emit.mul(error, error), rest, false);
        yield new Written(emit.mul(sums, share), emit.mul(error, 2 * share / samples));
      }
      case Itself itself -> {
        Term one = emit.constant(value.type(), 1.0 / samples);
        yield new Written(emit.reduceSum(value, rest, false), emit.expand(one, value.dims()));
      }
      case Weighted weighted -> {
        Written plain = weighted.loss().write(emit, value);
        yield new Written(plain.perSample(), emit.mul(plain.gradient(), Weighted.weight(value)));
      }
      case Penalized penalized -> penalized.loss().write(emit, value);
    };
  }
}
