// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.export;

import dev.modelward.learn.progress.Progress;
import dev.modelward.onnx.bytes.WholeFile;
import dev.modelward.protect.importance.ImportanceMap;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** In which form a map is written for another tool; none of them can be read back here. */
public enum Form {
  /** A table of all blocks. */
  CSV("csv", BlockTable::write),
  /** All that the map says. */
  JSON("json", MapDocument::write),
  /** What Netron shows beside a model's nodes and tensors. */
  NETRON("netron", NetronAttachment::write),
  /** How Model Explorer colors nodes by their score for each weight. */
  MODEL_EXPLORER("model-explorer", NodeColors.BY_WEIGHT::write),
  /** How Model Explorer colors nodes by their share of all scores. */
  MODEL_EXPLORER_SHARE("model-explorer-share", NodeColors.BY_SHARE::write);

  private static final int BUFFER = 1 << 16;

  private final String word;
  private final Writing writing;

  Form(String word, Writing writing) {
    this.word = word;
    this.writing = writing;
  }

  /** How a map becomes text. */
  private interface Writing {
    void write(ImportanceMap map, Writer out) throws IOException;
  }

  /** The form that a word stands for. */
  public static Optional<Form> of(String word) {
    return Arrays.stream(values()).filter(form -> form.word.equals(word)).findFirst();
  }

  /** What people call it, as in {@code model-explorer}. */
  public String word() {
    return word;
  }

  /** Writes a map as text, piece by piece. */
  public void write(ImportanceMap map, Writer out) throws IOException {
    writing.write(map, out);
  }

  /** Writes a map as a file in UTF-8; an older one stays until the new one is whole. */
  public void write(ImportanceMap map, Path file) throws IOException {
    write(map, file, Progress.NONE);
  }

  /** The same, asking now and then whether to go on. */
  public void write(ImportanceMap map, Path file, Progress progress) throws IOException {
    WholeFile.write(
        file,
        channel -> {
          Writer text = Channels.newWriter(channel, StandardCharsets.UTF_8);
          Writer out = new BufferedWriter(new AskingWriter(text, progress), BUFFER);
          write(map, out);
          out.flush();
        });
  }
}
