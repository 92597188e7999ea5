// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.work;

import dev.modelward.cli.console.Console;
import dev.modelward.cli.console.JsonText;
import dev.modelward.cli.console.Paint;
import dev.modelward.cli.console.Printable;
import dev.modelward.cli.console.Quantity;
import dev.modelward.cli.console.Screen;
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
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Why a command could not do its work: where the trouble is, what it is, and what to do. */
public record Failure(String where, String what, String remedy) {
  private static final String FILES = "Check the files that the data card names.";
  private static final String LFS_POINTER = "version https://git-lfs";

  /** What is wrong with the command line of a verb. */
  public static Failure ofUsage(String verb, IllegalArgumentException cause) {
    return new Failure(verb, cause.getMessage() + ".", "Try '" + verb + " --help'.");
  }

  /** That a file would be replaced. */
  public static Failure inTheWay(Path file) {
    return new Failure(
        file.toString(), "There is such a file already.", "Add --force to replace it.");
  }

  /** That nothing works on so many threads. */
  public static Failure ofThreads(int number) {
    return new Failure("--threads " + number, "There is no such number.", "Give at least 1.");
  }

  /** What went wrong while a file was read. */
  public static Failure reading(Path file, IOException cause) {
    String where = file.toString();
    if (Files.isDirectory(file)) {
      return new Failure(where, "This is a folder.", "Name a model file in it.");
    }
    return switch (cause) {
      case OnnxFormatException format -> malformed(file, format);
      case NoSuchFileException missing ->
          new Failure(where, "There is no such file.", "Check the name and the folder.");
      case AccessDeniedException denied ->
          new Failure(where, "This file may not be read.", "Change its permissions.");
      default -> new Failure(where, sentence(cause), "Check the file.");
    };
  }

  /** What went wrong while data were read or a model was run; nothing if it is unheard of. */
  public static Optional<Failure> of(Exception cause) {
    return switch (cause) {
      case Refusal refusal -> Optional.of(refusal.failure());
      case YamlException text -> Optional.of(text(text));
      case DataException data ->
          Optional.of(new Failure(place(data), difference(data.expected(), data.found()), FILES));
      case OnnxFormatException format ->
          Optional.of(new Failure("file", sentence(format), "Check that it is whole."));
      case IOException io -> Optional.of(new Failure("file", sentence(io), FILES));
      case TrainingException training ->
          Optional.of(
              new Failure(
                  training.place(),
                  difference(training.expected(), training.found()),
                  "Change the recipe, or choose data that fit the model."));
      case MismatchException mismatch ->
          Optional.of(
              new Failure(
                  mismatch.where(),
                  difference(mismatch.expected(), mismatch.found()),
                  mismatch.remedy()));
      case UnsupportedNodeException node -> Optional.of(obstacle(node.obstacle()));
      case RunException run -> Optional.of(running(run));
      case MapException map ->
          Optional.of(
              new Failure(
                  map.place(),
                  difference(map.expected(), map.found()),
                  "Choose another file, or start anew without it."));
      default -> ProtectionFailure.of(cause);
    };
  }

  private static Failure text(YamlException cause) {
    String end = cause.problem().endsWith("?") ? "" : ".";
    return new Failure(
        "%s:%d:%d".formatted(cause.file(), cause.line(), cause.column()),
        cause.problem() + end,
        "Correct it there.");
  }

  private static Failure obstacle(Obstacle obstacle) {
    return new Failure(
        "node " + obstacle.node(),
        "Gradients cannot pass %s of version %d.".formatted(obstacle.operator(), obstacle.opset()),
        "Export the model with other operators.");
  }

  private static Failure running(RunException cause) {
    return cause instanceof MissingProviderException missing
        ? new Failure(
            "--provider",
            "This ONNX Runtime has no %s, but %s.".formatted(missing.wanted(), missing.available()),
            "Choose one of these, or install the ONNX Runtime that has it.")
        : new Failure(
            "ONNX Runtime",
            cause.getMessage() + ".",
            "Check that the model is whole and that the data fit its input.");
  }

  private static String place(DataException cause) {
    return cause.record().isPresent()
        ? cause.place() + ", record " + cause.record().getAsLong()
        : cause.place();
  }

  private static String difference(String expected, String found) {
    return "Expected " + expected + ", found " + found + ".";
  }

  /** What went wrong while a file was written. */
  public static Failure writing(Path file, IOException cause) {
    String where = file.toString();
    return switch (cause) {
      case FileAlreadyExistsException inTheWay ->
          new Failure(where, "There is a file where a folder is needed.", "Choose another name.");
      case AccessDeniedException denied ->
          new Failure(where, "The folder may not be written to.", "Choose another folder.");
      default -> new Failure(where, sentence(cause), "Choose another file.");
    };
  }

  /** What Java says of a failure, without the path with which it begins. */
  private static String sentence(IOException cause) {
    boolean hasReason = cause instanceof FileSystemException e && e.getReason() != null;
    String said = hasReason ? ((FileSystemException) cause).getReason() : cause.getMessage();
    return String.valueOf(said) + ".";
  }

  private static Failure malformed(Path file, OnnxFormatException cause) {
    if (isPointer(file)) {
      return new Failure(
          file.toString(),
          "This is the pointer that Git LFS leaves in place of a file.",
          "Fetch the file itself with 'git lfs pull'.");
    }
    return new Failure(
        file + ", byte " + Quantity.exact(cause.offset()) + " (" + cause.place() + ")",
        "This is no ONNX model, or a damaged one: expected "
            + cause.expected()
            + ", found "
            + cause.found()
            + ".",
        "Check that the file was copied whole, or export the model once more.");
  }

  private static boolean isPointer(Path file) {
    try (InputStream start = Files.newInputStream(file)) {
      byte[] first = start.readNBytes(LFS_POINTER.length());
      return new String(first, StandardCharsets.ISO_8859_1).equals(LFS_POINTER);
    } catch (IOException e) {
      return false;
    }
  }

  /** The line in which a screen shows it. */
  public String line(Screen screen) {
    return screen.paint(Paint.RED, "error")
        + ": "
        + Printable.of(where + ": " + what + " " + remedy);
  }

  /** Complains that the command line is refused, and gives the code of that. */
  public int complain(Console console) {
    console.complain(line(console.screen()));
    return ExitCode.USAGE;
  }

  /** What machines read of it. */
  public JsonText json() {
    return new JsonText().put("where", where).put("what", what).put("remedy", remedy);
  }
}
