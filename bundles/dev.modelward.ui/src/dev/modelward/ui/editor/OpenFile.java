// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.editor;

import dev.modelward.workspace.ModelFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.PartInitException;

/** A file while an editor shows it: read at once, and again whenever it changes. */
final class OpenFile implements AutoCloseable {
  private final ModelFile file;
  private final ModelReading reading;
  private final FileWatch watch;
  private final List<FileFollower> followers = new ArrayList<>();

  private OpenFile(ModelFile file, ModelReading reading) {
    this.file = file;
    this.reading = reading;
    this.watch = new FileWatch(file, reading);
  }

  /** Starts to read the file of an input. */
  static OpenFile of(IEditorInput input, Consumer<Reading> receiver, FileFollower.Fate fate)
      throws PartInitException {
    ModelFile file = InputFile.of(input);
    OpenFile open = new OpenFile(file, new ModelReading(file, receiver));
    for (IFile there : InputFile.workspace(input).stream().toList()) {
      open.followers.add(new FileFollower(there, fate));
    }
    open.reading.schedule();
    open.watch.schedule(FileWatch.PERIOD);
    return open;
  }

  String name() {
    return file.name();
  }

  /** Its path, if it lies in a folder of this machine. */
  Optional<Path> local() {
    return file.local();
  }

  /** Reads the file now, changed or not. */
  void readAgain() {
    reading.schedule();
  }

  @Override
  public void close() {
    watch.close();
    reading.cancel();
    followers.forEach(FileFollower::close);
  }
}
