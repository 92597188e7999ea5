// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.variants;

import dev.modelward.learn.data.OpenDataset;
import dev.modelward.learn.evaluate.Evaluation;
import dev.modelward.learn.evaluate.Evaluator;
import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.evaluate.Subject;
import dev.modelward.learn.progress.Progress;
import dev.modelward.learn.run.NativeTensor;
import dev.modelward.learn.run.RunException;
import dev.modelward.onnx.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;

/** Writes every variant into the memory of one session, and the model's own numbers after it. */
final class EditingDesk implements Desk {
  private final Inquiry inquiry;
  private final OpenDataset data;
  private final Map<String, NativeTensor> memory = new HashMap<>();
  private final Subject subject;

  EditingDesk(Inquiry inquiry) throws RunException, IOException, MismatchException {
    this.inquiry = inquiry;
    this.data = inquiry.data().open();
    for (String weight : inquiry.weights()) {
      memory.put(weight, NativeTensor.copyOf(own(weight)));
    }
    this.subject = inquiry.editable(memory);
  }

  private Tensor own(String weight) {
    return inquiry.model().graph().initializer(weight).orElseThrow();
  }

  @Override
  public Evaluation evaluate(Variant variant, int threads, Progress progress)
      throws RunException, IOException, MismatchException {
    inquiry.check(variant);
    try {
      for (Variant.Change change : variant.changes()) {
        change.writing().accept(numbers(change.weight()));
      }
      // not closed, for the subject stays
      return Evaluator.of(subject, inquiry.settings().on(threads)).evaluate(data, progress);
    } finally {
      for (Variant.Change change : variant.changes()) {
        restore(change.weight());
      }
    }
  }

  private ByteBuffer numbers(String weight) {
    return memory.get(weight).memory().order(ByteOrder.LITTLE_ENDIAN);
  }

  private void restore(String weight) throws IOException {
    ByteBuffer target = numbers(weight);
    own(weight).raw().pieces().forEach(piece -> target.put(piece.duplicate()));
  }

  /** Whether a session sees other numbers in each of the weights, and the old ones afterwards. */
  boolean seesEveryEdit() throws RunException, IOException, MismatchException {
    Evidence evidence = new Evidence(subject, data);
    FloatBuffer before = evidence.look();
    for (String weight : inquiry.weights()) {
      boolean seen = false;
      for (byte pattern : Evidence.PATTERNS) {
        Evidence.spoil(numbers(weight), pattern);
        seen |= !evidence.look().equals(before);
        restore(weight);
      }
      if (!seen || !evidence.look().equals(before)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws RunException, IOException {
    try {
      subject.close();
      memory.values().forEach(NativeTensor::close);
    } finally {
      data.close();
    }
  }
}
