// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli;

import dev.modelward.cli.console.JsonText;
import dev.modelward.cli.console.Paint;
import dev.modelward.cli.console.Printable;
import dev.modelward.cli.console.Quantity;
import dev.modelward.cli.console.Screen;
import dev.modelward.learn.card.CardException;
import dev.modelward.learn.evaluate.MismatchException;
import dev.modelward.learn.records.DataException;
import dev.modelward.learn.run.MissingProviderException;
import dev.modelward.learn.run.RunException;
import dev.modelward.onnx.bytes.OnnxFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Why a command could not use a file: where the trouble is, what it is, and what to do. */
record Failure(String where, String what, String remedy) {
  private static final String LFS_POINTER = "version https://git-lfs";

  /** What went wrong while a file was read. */
  static Failure reading(Path file, IOException cause) {
    String where = file.toString();
    if (Files.isDirectory(file)) {
      return new Failure(where, "This is a folder.", "Name a model file in it.");
    }
    return switch (cause) {
      case OnnxFormatException format -> malformed(file, format);
      case CardException card ->
          new Failure(
              "%s:%d:%d".formatted(card.file(), card.line(), card.column()),
              card.problem() + ".",
              "Correct the data card.");
      case DataException data ->
          new Failure(
              data.place()
                  + (data.record().isPresent() ? ", record " + data.record().getAsLong() : ""),
              "Expected " + data.expected() + ", found " + data.found() + ".",
              "Check the file and the data card.");
      case NoSuchFileException missing ->
          new Failure(where, "There is no such file.", "Check the name and the folder.");
      case AccessDeniedException denied ->
          new Failure(where, "This file may not be read.", "Change its permissions.");
      default -> new Failure(where, sentence(cause), "Check the file.");
    };
  }

  /** In what a model and data do not fit each other. */
  static Failure mismatch(Path model, MismatchException cause) {
    return new Failure(
        model + ", " + cause.where(),
        "Expected " + cause.expected() + ", found " + cause.found() + ".",
        cause.remedy());
  }

  /** Why ONNX Runtime does not run a model. */
  static Failure running(Path model, RunException cause) {
    if (cause instanceof MissingProviderException missing) {
      return new Failure(
          "--provider",
          "This ONNX Runtime has no %s, but %s.".formatted(missing.wanted(), missing.available()),
          "Choose one of these, or install the ONNX Runtime that has it.");
    }
    return new Failure(model.toString(), cause.getMessage() + ".", "Check the model.");
  }

  /** What went wrong while a file was written. */
  static Failure writing(Path file, IOException cause) {
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

  String line(Screen screen) {
    return screen.paint(Paint.RED, "error")
        + ": "
        + Printable.of(where + ": " + what + " " + remedy);
  }

  JsonText json() {
    return new JsonText().put("where", where).put("what", what).put("remedy", remedy);
  }
}
