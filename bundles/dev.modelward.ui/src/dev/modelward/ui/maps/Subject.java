// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.maps;

import dev.modelward.ui.model.ModelContent;
import java.nio.file.Path;

/** A model that is shown, and its file. */
public record Subject(ModelContent content, Path file) {
  private static final String ONNX = ".onnx";

  /** The name of the file without its ending. */
  public String stem() {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(ONNX) ? name.substring(0, name.length() - ONNX.length()) : name;
  }

  /** The place of a file beside the model, of the same name but for the ending. */
  public Path beside(String ending) {
    return file.resolveSibling(stem() + ending);
  }
}
