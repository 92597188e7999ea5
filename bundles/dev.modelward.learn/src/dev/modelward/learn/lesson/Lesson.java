// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.lesson;

import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.digest.Fingerprint;
import dev.modelward.learn.recipe.Recipe;
import dev.modelward.learn.records.DataException;
import dev.modelward.onnx.OnnxModel;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is trained, on what, how, which weights stay as they are, and where hooks take hold. */
public record Lesson(
    OnnxModel model, Dataset dataset, Recipe recipe, Set<String> frozen, List<Hook> hooks) {

  /** Keeps its own copies. */
  public Lesson {
    frozen = Set.copyOf(frozen);
    hooks = List.copyOf(hooks);
  }

  /** A lesson that trains every weight of a model's layers. */
  public static Lesson of(OnnxModel model, Dataset dataset, Recipe recipe) {
    return new Lesson(model, dataset, recipe, Set.of(), List.of());
  }

  /** This with weights that stay as they are. */
  public Lesson freezing(Set<String> names) {
    return new Lesson(model, dataset, recipe, names, hooks);
  }

  /** This with one more hook. */
  public Lesson with(Hook hook) {
    List<Hook> more = Stream.concat(hooks.stream(), Stream.of(hook)).toList();
    return new Lesson(model, dataset, recipe, frozen, more);
  }

  /** The SHA-256, in hexadecimal digits, of all that decides what is learned. */
  public String digest() throws DataException {
    Fingerprint digest = new Fingerprint();
    model.message().pieces().forEach(digest::add);
    digest.add(dataset.digest());
    digest.add(recipe.toString());
    digest.add(new TreeSet<>(frozen).toString());
    digest.add(hooks.toString());
    return digest.hex();
  }
}
