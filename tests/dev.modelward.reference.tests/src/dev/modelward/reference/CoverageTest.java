// SPDX-License-Identifier: EPL-2.0
package dev.modelward.reference;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.learn.gradient.Gradient;
import dev.modelward.learn.gradient.Obstacle;
import dev.modelward.learn.gradient.UnsupportedNodeException;
import dev.modelward.learn.loss.Loss;
import dev.modelward.learn.run.Observation;
import dev.modelward.learn.run.RunException;
import dev.modelward.learn.run.Session;
import dev.modelward.learn.run.SessionSettings;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which models of other people gradients can pass, and which nodes stop them. */
@ReferenceTest
@Tag("fast")
class CoverageTest {
  private static final String TABLE = "Which models are differentiable";
  private static final int LEAST = 35;
  private static final List<Long> SIZES = List.of(1L, 2L, 4L);

  /** What became of one model. */
  private sealed interface Outcome {
    /** Gradients reach every weight and float input. */
    record Whole(int values) implements Outcome {}

    /** Some nodes are in the way. */
    record Stopped(List<Obstacle> obstacles) implements Outcome {}

    /** There is nothing to ask, or nobody who answers. */
    record Unasked(String why) implements Outcome {}
  }

  @Test
  void modelsOfOtherPeopleAreDifferentiableOrSayWhatStopsThem(Report report) throws IOException {
    int whole = 0;
    for (Path file : Shared.models("onnx-third-party")) {
      Outcome outcome = ask(file);
      report.add(TABLE, Shared.name(file), words(outcome), "-");
      whole += outcome instanceof Outcome.Whole ? 1 : 0;
      if (outcome instanceof Outcome.Stopped stopped) {
        assertFalse(stopped.obstacles().isEmpty(), file.toString());
      }
    }
    report.add(TABLE, "all together", whole + " fully differentiable", ">= " + LEAST);
    assertTrue(whole >= LEAST, whole + " models");
  }

  private static String words(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Whole whole -> "yes, by " + whole.values() + " values";
      case Outcome.Stopped stopped ->
          "no: "
              + stopped.obstacles().stream()
                  .map(Obstacle::toString)
                  .limit(3)
                  .collect(Collectors.joining("; "))
              + (stopped.obstacles().size() > 3
                  ? " and " + (stopped.obstacles().size() - 3) + " more"
                  : "");
      case Outcome.Unasked unasked -> "not asked: " + unasked.why();
    };
  }

  private static Outcome ask(Path file) throws IOException {
    OnnxModel model = OnnxModel.open(file);
    String why = "";
    for (long size : SIZES) {
      try {
        return ask(model, Question.of(model, size, 3));
      } catch (RunException | IllegalArgumentException | IOException e) {
        why = firstLine(e);
      }
    }
    return new Outcome.Unasked(why);
  }

  private static String firstLine(Exception cause) {
    String line = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    String name = line.substring(line.lastIndexOf('/') + 1).replace('|', ' ');
    return name.length() > 120 ? name.substring(0, 120) + "..." : name;
  }

  private static Outcome ask(OnnxModel model, Question question) throws RunException, IOException {
    Observation seen = Observation.of(model, question.inputs());
    List<String> judged =
        model.graph().outputs().stream()
            .map(Value::name)
            .filter(name -> isFloating(seen, name))
            .toList();
    List<String> wanted = new ArrayList<>(question.weights());
    question.inputs().keySet().stream().filter(name -> isFloating(seen, name)).forEach(wanted::add);
    if (judged.isEmpty() || wanted.isEmpty()) {
      return new Outcome.Unasked("no floating-point weight, input or output");
    }
    Loss loss = new Loss.Itself(judged.getFirst());
    List<Obstacle> obstacles = Gradient.obstacles(model, loss, wanted, seen);
    if (!obstacles.isEmpty()) {
      return new Outcome.Stopped(obstacles);
    }
    try {
      Gradient gradient = Gradient.of(model, loss, wanted, seen);
      Session.open(gradient.model(), SessionSettings.cpu(1)).close();
      return new Outcome.Whole(wanted.size());
    } catch (UnsupportedNodeException e) {
      throw new IllegalStateException("an obstacle that was not foretold", e);
    }
  }

  private static boolean isFloating(Observation seen, String value) {
    return seen.value(value).filter(found -> found.type().isFloating()).isPresent();
  }
}
