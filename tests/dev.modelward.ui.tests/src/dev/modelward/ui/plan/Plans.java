// SPDX-License-Identifier: EPL-2.0
package dev.modelward.ui.plan;

import dev.modelward.ui.bot.Bot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;

/** Plans for tests of their editor. */
record Plans(Bot bot, Path folder) {
  static final String TEXT =
      """
      # Who may see which part of the model.
      model: net.onnx
      data:
        measure: test.data # not seen in training

      tiers:
        - name: public # anyone with the file
          quality: 15 %
        - name: basic
          quality: 50 %
        - name: pro
          quality: 80 %
        - name: full

      recipients:
        - name: acme
          key: keys/acme.pub
          tier: basic
          until: 2027-12-31
        - {name: umbrella, key: keys/umbrella.pub, tier: pro}

      # What a build must keep.
      limits:
        - view: public
          quality: "<= 20 %"
        - view: pro
          quality: ">= 75 %"
        - view: pro
          quality: "<= 85 %"
      """;

  Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  PlanEditor open(Path file) {
    PlanEditor editor = (PlanEditor) bot.part(file);
    settle(editor);
    return editor;
  }

  /** Waits until what is shown is what the text says. */
  void settle(PlanEditor editor) {
    bot.until("the plan is read", () -> editor.plan().isRead());
  }

  static IDocument document(PlanEditor editor) {
    return editor.source().getDocumentProvider().getDocument(editor.getEditorInput());
  }

  void type(PlanEditor editor, String old, String text) {
    IDocument document = document(editor);
    try {
      document.replace(document.get().indexOf(old), old.length(), text);
    } catch (BadLocationException e) {
      throw new IllegalStateException(e);
    }
    settle(editor);
  }
}
