// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.modelward.onnx.OnnxModel;
import dev.modelward.testkit.Models;
import dev.modelward.ui.bot.Bot;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelEditorTest {
  private final Bot bot = new Bot();

  @AfterEach
  void closeEditors() {
    bot.close();
  }

  private static Path file(Path folder, OnnxModel model) throws IOException {
    Path file = folder.resolve("model.onnx");
    model.write(file);
    return file;
  }

  @Test
  void opensAFileOutsideOfTheWorkspace(@TempDir Path folder) throws IOException {
    ModelEditor editor = bot.openAndRead(file(folder, Models.smallCnn()));
    bot.rest(500);

    assertEquals("model.onnx", editor.getTitle());
    Table table = editor.layers().table();
    assertEquals(9, table.getItemCount());
    assertTrue(table.isVisible());
    Bot.shot(Bot.window().getShell(), "first");
  }
}
