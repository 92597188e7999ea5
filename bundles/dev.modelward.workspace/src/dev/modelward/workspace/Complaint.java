// SPDX-License-Identifier: EPL-2.0
package dev.modelward.workspace;

import dev.modelward.onnx.bytes.OnnxFormatException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.osgi.util.NLS;

/** What is wrong with a model, where, and what to do about it. */
public record Complaint(String what, String where, String advice) {

  /** What a failure to read a model file means to the person who wants to see it. */
  public static Complaint of(ModelFile file, Exception failure) {
    return switch (failure) {
      case OnnxFormatException format -> format(format);
      case NoSuchFileException gone -> gone(gone.getFile());
      case FileNotFoundException gone -> gone(file.place());
      case AccessDeniedException denied ->
          new Complaint(Messages.denied_what, denied.getFile(), Messages.denied_advice);
      case IOException other -> unreadable(file, other);
      case CoreException other -> unreadable(file, other);
      default ->
          new Complaint(
              NLS.bind(Messages.unexpected_what, failure),
              file.place(),
              Messages.unexpected_advice);
    };
  }

  private static Complaint format(OnnxFormatException failure) {
    return new Complaint(
        NLS.bind(Messages.notOnnx_what, failure.expected(), failure.found()),
        NLS.bind(
            Messages.notOnnx_where,
            new Object[] {failure.place(), "%,d".formatted(failure.offset()), failure.source()}),
        Messages.notOnnx_advice);
  }

  private static Complaint gone(String place) {
    return new Complaint(Messages.gone_what, place, Messages.gone_advice);
  }

  private static Complaint unreadable(ModelFile file, Exception failure) {
    String reason = Objects.requireNonNullElse(failure.getMessage(), failure.toString());
    return new Complaint(
        NLS.bind(Messages.unreadable_what, reason), file.place(), Messages.unreadable_advice);
  }

  /** All of it in one line. */
  public String sentence() {
    return what + " (" + where + ") " + advice;
  }
}
