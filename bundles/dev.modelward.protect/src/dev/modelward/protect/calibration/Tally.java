// SPDX-License-Identifier: EPL-2.0
package dev.modelward.protect.calibration;

import dev.modelward.learn.train.Keeping;
import dev.modelward.onnx.Graph;
import dev.modelward.onnx.GraphEdit;
import dev.modelward.onnx.OnnxModel;
import dev.modelward.onnx.Opset;
import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.tensor.ElementType;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.protect.importance.MapException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What an analysis has found so far: some rows of numbers, and how much it has done. Where it is to
 * be kept, that is an ONNX file of tensors without nodes, whose metadata says of which analysis it
 * is.
 */
public final class Tally {
  private static final String ANALYSIS = "modelward.analysis";
  private static final String DONE = "done";

  private final String analysis;
  private final List<double[]> rows;
  private long done;

  /** Nothing found yet in an analysis, known by a digest. */
  public Tally(String analysis, List<double[]> rows) {
    this.analysis = analysis;
    this.rows = List.copyOf(rows);
  }

  /** How much is done. */
  public long done() {
    return done;
  }

  /** The rows' own memory. */
  public List<double[]> rows() {
    return rows;
  }

  /** Adds to all rows. */
  public void add(List<double[]> more, long doneWith) {
    for (int i = 0; i < rows.size(); i++) {
      double[] row = rows.get(i);
      double[] added = more.get(i);
      for (int k = 0; k < row.length; k++) {
        row[k] += added[k];
      }
    }
    done += doneWith;
  }

  /** Puts the next number in the first row. */
  public void append(double number) {
    rows.getFirst()[Math.toIntExact(done++)] = number;
  }

  /** Goes on from what was kept, if that is wanted and there is something. */
  public void restore(Keeping keeping) throws IOException, MapException {
    if (keeping instanceof Keeping.Resumed resumed && Files.exists(resumed.file())) {
      read(resumed.file());
    }
  }

  /** Keeps what was found, if that is wanted. */
  public void keep(Keeping keeping) throws IOException {
    switch (keeping) {
      case Keeping.Nothing nothing -> {}
      case Keeping.Anew anew -> write(anew.file());
      case Keeping.Resumed resumed -> write(resumed.file());
    }
  }

  private static String row(int index) {
    return "row/" + index;
  }

  private void write(Path file) throws IOException {
    GraphEdit edit = Graph.named("analysis").edit();
    for (int i = 0; i < rows.size(); i++) {
      int size = Math.multiplyExact(rows.get(i).length, Double.BYTES);
      ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asDoubleBuffer().put(rows.get(i));
      List<Long> dims = List.of((long) rows.get(i).length);
      edit.add(Tensor.of(row(i), ElementType.FLOAT64, dims, Bytes.wrap(bytes)));
    }
    OnnxModel.of(8, List.of(new Opset("", 17)), edit.apply())
        .withMetadata(ANALYSIS, analysis)
        .withMetadata(DONE, Long.toString(done))
        .write(file);
  }

  private void read(Path file) throws IOException, MapException {
    OnnxModel kept = OnnxModel.open(file);
    String found = kept.metadata().getOrDefault(ANALYSIS, "another file");
    if (!found.equals(analysis)) {
      throw new MapException(
          file.toString(), "what was kept of this model, data set and criterion", found);
    }
    for (int i = 0; i < rows.size(); i++) {
      Tensor tensor =
          kept.graph()
              .initializer(row(i))
              .filter(row -> row.type() == ElementType.FLOAT64)
              .orElseThrow(() -> new MapException(file.toString(), "all rows", "fewer"));
      double[] row = rows.get(i);
      if (tensor.elements() != row.length) {
        throw new MapException(
            file.toString(), row.length + " numbers in a row", tensor.elements() + "");
      }
      tensor.numbers().copyTo(row, 0);
    }
    try {
      done = Long.parseLong(kept.metadata().getOrDefault(DONE, ""));
    } catch (NumberFormatException e) {
      throw new MapException(file.toString(), "how much is done", "no number");
    }
  }
}
