// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.lesson;

import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.digest.Fingerprint;
import dev.modelward.learn.recipe.Recipe;
import dev.modelward.learn.records.DataException;
import dev.modelward.onnx.OnnxModel;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is trained, on what, how, which of its initializers learn, where hooks take hold, what is
 * added to the loss, and who fills the targets.
 */
public record Lesson(
    OnnxModel model,
    Dataset dataset,
    Recipe recipe,
    Learning learning,
    List<Hook> hooks,
    List<String> penalties,
    Targets targets) {

  /** Keeps its own copies. */
  public Lesson {
    hooks = List.copyOf(hooks);
    penalties = List.copyOf(penalties);
  }

  /** A lesson that trains every weight of a model's layers. */
  public static Lesson of(OnnxModel model, Dataset dataset, Recipe recipe) {
    Learning all = new Learning.AllBut(Set.of());
    return new Lesson(model, dataset, recipe, all, List.of(), List.of(), Targets.DATA);
  }

  /** This with weights of layers that stay as they are, while all others learn. */
  public Lesson freezing(Set<String> names) {
    return with(new Learning.AllBut(names));
  }

  /** This with float32 initializers that learn, whatever reads them, while all others stay. */
  public Lesson training(Set<String> names) {
    return with(new Learning.Only(names));
  }

  private Lesson with(Learning other) {
    return new Lesson(model, dataset, recipe, other, hooks, penalties, targets);
  }

  /** This with one more hook. */
  public Lesson with(Hook hook) {
    List<Hook> more = Stream.concat(hooks.stream(), Stream.of(hook)).toList();
    return new Lesson(model, dataset, recipe, learning, more, penalties, targets);
  }

  /**
   * This with values of the model that are added to the mean loss of a step, each of one number and
   * the same for all samples. The losses that are told, of a sample and of an epoch, stay those
   * without them.
   */
  public Lesson penalizing(List<String> values) {
    return new Lesson(model, dataset, recipe, learning, hooks, values, targets);
  }

  /** This with targets that the coach fills, whatever the data set knows. */
  public Lesson taught() {
    return new Lesson(model, dataset, recipe, learning, hooks, penalties, Targets.COACH);
  }

  /** The SHA-256, in hexadecimal digits, of all that decides what is learned. */
  public String digest() throws DataException {
    Fingerprint digest = new Fingerprint();
    model.message().pieces().forEach(digest::add);
    digest.add(dataset.digest());
    digest.add(recipe.toString());
    digest.add(learning.toString());
    digest.add(hooks.toString());
    // what is usual adds nothing, so that the checkpoints of older lessons still belong to them
    if (!penalties.isEmpty()) {
      digest.add("penalties " + penalties);
    }
    if (targets != Targets.DATA) {
      digest.add("targets " + targets);
    }
    return digest.hex();
  }
}
