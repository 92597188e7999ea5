// SPDX-License-Identifier: EPL-2.0
package dev.modelward.cli.work;

import dev.modelward.cli.console.Console;
import dev.modelward.cli.console.JsonText;
import dev.modelward.cli.console.Paint;
import dev.modelward.cli.console.Printable;
import dev.modelward.cli.console.Quantity;
import dev.modelward.cli.console.Screen;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.protect.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Why a command could not do its work: where the trouble is, what it is, and what to do. */
public record Failure(String where, String what, String remedy) {
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
      default -> new Failure(where, Fault.sentence(cause), "Check the file.");
    };
  }

  /** What went wrong while data were read or a model was run; nothing if it is unheard of. */
  public static Optional<Failure> of(Exception cause) {
    return cause instanceof Refusal refusal
        ? Optional.of(refusal.failure())
        : Fault.of(cause).map(Failure::of);
  }

  /** What every face of the product says in the same words. */
  static Failure of(Fault fault) {
    return new Failure(fault.where(), fault.what(), fault.remedy());
  }

  /** What went wrong while a file was written. */
  public static Failure writing(Path file, IOException cause) {
    return of(Fault.writing(file, cause));
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
