// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.workspace.Complaint;
import dev.modelward.workspace.ModelFile;
import dev.modelward.workspace.Statuses;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComplaintTest {
  @TempDir private Path folder = Path.of("");

  private Complaint complaint(Path path) {
    ModelFile file = new ModelFile(path.toUri());
    Exception failure = assertThrows(IOException.class, () -> file.open(new NullProgressMonitor()));
    return Complaint.of(file, failure);
  }

  @Test
  void saysThatAFileIsNotThere() {
    Path missing = folder.resolve("missing.onnx");

    assertEquals("The file is not there.", complaint(missing).what());
    assertEquals(missing.toString(), complaint(missing).where());
  }

  @Test
  void saysWhatWasExpectedAndFoundInAnEmptyFile() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.onnx"));

    assertTrue(complaint(empty).what().contains("a file of 0 bytes"), complaint(empty).what());
    assertTrue(complaint(empty).where().endsWith("at byte 0 of empty.onnx"));
  }

  @Test
  void alwaysSaysWhatToDo() {
    ModelFile file = new ModelFile(folder.resolve("model.onnx").toUri());
    for (Exception failure :
        List.of(
            new AccessDeniedException("model.onnx"),
            new IOException(),
            new CoreException(error()),
            new IllegalStateException("odd"))) {
      Complaint complaint = Complaint.of(file, failure);
      assertFalse(complaint.what().isEmpty());
      assertFalse(complaint.where().isEmpty());
      assertFalse(complaint.advice().isEmpty());
    }
  }

  private static IStatus error() {
    return Statuses.of(new Complaint("what", "where", "advice"), new IOException());
  }

  @Test
  void becomesAStatusWithTheFailureBehindIt() {
    IOException failure = new IOException();
    IStatus status = Statuses.of(new Complaint("What.", "where", "Do this."), failure);

    assertEquals("What. (where) Do this.", status.getMessage());
    assertSame(failure, status.getException());
    assertEquals(IStatus.ERROR, status.getSeverity());
  }
}
