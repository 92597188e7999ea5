// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.fault;

import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.gradient.Obstacle;
import dev.modelward.learn.gradient.UnsupportedNodeException;
import dev.modelward.learn.records.DataException;
import dev.modelward.learn.run.MissingProviderException;
import dev.modelward.learn.run.RunException;
import dev.modelward.learn.train.TrainingException;
import dev.modelward.learn.yaml.YamlException;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.protect.importance.MapException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;

/** Why something could not be done: where the trouble is, what it is, and what to do. */
public record Fault(String where, String what, String remedy) {
  private static final String FILES = "Check the files that the data card names.";

  /**
   * What went wrong while data were read, or a model was run or protected; nothing if unheard of.
   */
  public static Optional<Fault> of(Exception cause) {
    return switch (cause) {
      case YamlException text -> Optional.of(text(text));
      case DataException data ->
          Optional.of(new Fault(place(data), difference(data.expected(), data.found()), FILES));
      case OnnxFormatException format ->
          Optional.of(new Fault("file", sentence(format), "Check that it is whole."));
      case IOException io -> Optional.of(new Fault("file", sentence(io), FILES));
      case TrainingException training ->
          Optional.of(
              new Fault(
                  training.place(),
                  difference(training.expected(), training.found()),
                  "Change the recipe, or choose data that fit the model."));
      case MismatchException mismatch ->
          Optional.of(
              new Fault(
                  mismatch.where(),
                  difference(mismatch.expected(), mismatch.found()),
                  mismatch.remedy()));
      case UnsupportedNodeException node -> Optional.of(obstacle(node.obstacle()));
      case RunException run -> Optional.of(running(run));
      case MapException map ->
          Optional.of(
              new Fault(
                  map.place(),
                  difference(map.expected(), map.found()),
                  "Choose another file, or start anew without it."));
      default -> ProtectionFault.of(cause);
    };
  }

  private static Fault text(YamlException cause) {
    String end = cause.problem().endsWith("?") ? "" : ".";
    return new Fault(
        "%s:%d:%d".formatted(cause.file(), cause.line(), cause.column()),
        cause.problem() + end,
        "Correct it there.");
  }

  private static Fault obstacle(Obstacle obstacle) {
    return new Fault(
        "node " + obstacle.node(),
        "Gradients cannot pass %s of version %d.".formatted(obstacle.operator(), obstacle.opset()),
        "Export the model with other operators.");
  }

  private static Fault running(RunException cause) {
    return cause instanceof MissingProviderException missing
        ? new Fault(
            "--provider",
            "This ONNX Runtime has no %s, but %s.".formatted(missing.wanted(), missing.available()),
            "Choose one of these, or install the ONNX Runtime that has it.")
        : new Fault(
            "ONNX Runtime",
            cause.getMessage() + ".",
            "Check that the model is whole and that the data fit its input.");
  }

  private static String place(DataException cause) {
    return cause.record().isPresent()
        ? cause.place() + ", record " + cause.record().getAsLong()
        : cause.place();
  }

  static String difference(String expected, String found) {
    return "Expected " + expected + ", found " + found + ".";
  }

  /** What went wrong while a file was written. */
  public static Fault writing(Path file, IOException cause) {
    String where = file.toString();
    return switch (cause) {
      case FileAlreadyExistsException inTheWay ->
          new Fault(where, "There is a file where a folder is needed.", "Choose another name.");
      case AccessDeniedException denied ->
          new Fault(where, "The folder may not be written to.", "Choose another folder.");
      default -> new Fault(where, sentence(cause), "Choose another file.");
    };
  }

  /** What Java says of a failure, without the path with which it begins. */
  public static String sentence(IOException cause) {
    boolean hasReason = cause instanceof FileSystemException e && e.getReason() != null;
    String said = hasReason ? ((FileSystemException) cause).getReason() : cause.getMessage();
    return String.valueOf(said) + ".";
  }
}
