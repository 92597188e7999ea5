// SPDX-License-Identifier: EPL-2.0
package dev.modelward.learn.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.modelward.learn.build.Network;
import dev.modelward.learn.data.Dataset;
import dev.modelward.learn.digest.Fingerprint;
import dev.modelward.learn.recipe.Norms;
import dev.modelward.learn.recipe.Objective;
import dev.modelward.learn.recipe.Optimizer;
import dev.modelward.learn.recipe.Recipe;
import dev.modelward.learn.recipe.Schedule;
import dev.modelward.learn.records.Origin;
import dev.modelward.onnx.GraphEdit;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.Shape;
import dev.modelward.onnx.Value;
import dev.modelward.onnx.ValueType;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LessonTest {
  private static final List<Long> DIMS = List.of(3L, 1L);

  /** A network with two further inputs, of which an initializer fills one unless it is given. */
  private static OnnxModel model() {
    OnnxModel model = Network.of(1, 4).dense(2).model();
    GraphEdit edit = model.graph().edit();
    edit.addInput(value("noise", ElementType.FLOAT32));
    edit.addInput(value("count", ElementType.INT64));
    edit.addInput(value("usual", ElementType.FLOAT32));
    edit.add(Tensor.ofFloats("usual", DIMS, 1, 2, 3));
    return model.with(edit.apply());
  }

  private static Value value(String name, ElementType type) {
    return new Value(name, new ValueType.OfTensor(type, Shape.of(3, 1)));
  }

  private static Lesson lesson() {
    Recipe recipe =
        new Recipe(
            Objective.CROSS_ENTROPY,
            Optimizer.Adam.usual(),
            new Schedule.Constant(0.1),
            1,
            1,
            1,
            Norms.BATCH);
    return Lesson.of(model(), Dataset.of(new Origin.Glyphs(1, 2)), recipe);
  }

  /** What checkpoints were named by before lessons could say more. */
  private static String digest(Lesson lesson, String frozen, String hooks) throws Exception {
    Fingerprint digest = new Fingerprint();
    lesson.model().message().pieces().forEach(digest::add);
    digest.add(lesson.dataset().digest());
    digest.add(lesson.recipe().toString());
    digest.add(frozen);
    digest.add(hooks);
    return digest.hex();
  }

  @Test
  void whatIsUsualAddsNothingToTheDigest() throws Exception {
    Lesson plain = lesson();
    Lesson frozen = plain.freezing(Set.of("b", "a", "c"));
    Lesson masked = plain.with(new Hook.Masked("v", List.of(2L)));

    assertEquals(digest(plain, "[]", "[]"), plain.digest());
    assertEquals(digest(plain, "[a, b, c]", "[]"), frozen.digest());
    assertEquals(digest(plain, "[]", "[Masked[value=v, dims=[2]]]"), masked.digest());
  }

  @Test
  void everythingThatDecidesWhatIsLearnedIsInTheDigest() throws Exception {
    Lesson plain = lesson();
    List<Lesson> all =
        List.of(
            plain,
            plain.freezing(Set.of("a")),
            plain.training(Set.of("a")),
            plain.with(new Hook.Shared("noise", DIMS)),
            plain.with(new Hook.Masked("noise", DIMS)),
            plain.penalizing(List.of("a")),
            plain.penalizing(List.of("a", "b")),
            plain.taught());
    Set<String> digests = new HashSet<>();
    for (Lesson lesson : all) {
      digests.add(lesson.digest());
    }

    assertEquals(all.size(), digests.size());
  }

  @Test
  void everythingThatWasSaidStays() {
    Hook hook = new Hook.Shared("noise", DIMS);
    Lesson said = lesson().penalizing(List.of("p")).taught().with(hook).training(Set.of("a"));
    Lesson other = lesson().training(Set.of("a")).with(hook).taught().penalizing(List.of("p"));

    assertEquals(new Learning.Only(Set.of("a")), said.learning());
    assertEquals(List.of(hook), said.hooks());
    assertEquals(List.of("p"), said.penalties());
    assertEquals(Targets.COACH, said.targets());
    assertEquals(
        said,
        new Lesson(
            said.model(),
            other.dataset(),
            other.recipe(),
            other.learning(),
            other.hooks(),
            other.penalties(),
            other.targets()));
  }

  @Test
  void aSharedInputLeavesTheModelAsItIs() {
    OnnxModel model = model();
    Hook hook = new Hook.Shared("noise", DIMS);

    assertEquals(model, hook.in(model));
    assertEquals(List.of("noise"), hook.inputs());
  }

  static List<Hook> impossible() {
    return List.of(
        new Hook.Shared("nose", DIMS),
        new Hook.Shared("noise", List.of(3L)),
        new Hook.Shared("noise", List.of(3L, 2L)),
        new Hook.Shared("count", DIMS),
        new Hook.Shared("usual", DIMS),
        new Hook.Shared("x", List.of(1L, 4L)));
  }

  @ParameterizedTest
  @MethodSource("impossible")
  void refusesToShareAnInputThatTheModelDoesNotHave(Hook hook) {
    assertThrows(IllegalArgumentException.class, () -> hook.in(model()));
  }
}
