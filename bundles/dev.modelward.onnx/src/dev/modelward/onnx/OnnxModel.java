// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.bytes.Source;
import dev.modelward.onnx.bytes.Trail;
import dev.modelward.onnx.tensor.Tensor;
import dev.modelward.onnx.wire.WireReader;
import dev.modelward.onnx.wire.WireWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An ONNX model: what its file says, read in place, and unchanged to the last byte until an edit
 * makes a new model.
 *
 * @see <a href="https://github.com/onnx/onnx/blob/main/docs/IR.md">Open Neural Network Exchange
 *     Intermediate Representation</a>
 */
public final class OnnxModel {
  private final Bytes message;
  private final Source source;
  private final ModelFields fields;

  private OnnxModel(Bytes message, Source source, ModelFields fields) {
    this.message = message;
    this.source = source;
    this.fields = fields;
  }

  /** Opens a model file: maps it and reads its structure, but no tensor. */
  public static OnnxModel open(Path file) throws IOException {
    Source source = new Source.OfFile(file);
    long size = Files.size(file);
    if (size == 0 || size > Integer.MAX_VALUE) {
      throw new OnnxFormatException(
          Trail.of(source),
          0,
          "a model of 1 byte to 2 GiB, larger weights in external data",
          "a file of " + size + " bytes");
    }
    return read(Bytes.map(file, 0, size), source);
  }

  /** Reads the structure of a model whose bytes came from a source. */
  public static OnnxModel read(Bytes message, Source source) throws OnnxFormatException {
    Trail trail = Trail.of(source);
    ModelFields fields = ModelFields.read(new WireReader(message, trail));
    NameCheck.check(fields.graph());
    for (Function function : fields.functions()) {
      NameCheck.check(function, trail.down("functions." + function.name()));
    }
    return new OnnxModel(message, source, fields);
  }

  /** A new model of an IR version, of one graph that uses operators of some sets. */
  public static OnnxModel of(long irVersion, List<Opset> opsets, Graph graph) {
    WireWriter writer =
        new WireWriter()
            .integer(ModelFields.IR_VERSION, irVersion)
            .text(ModelFields.PRODUCER_NAME, "ModelWard")
            .bytes(ModelFields.GRAPH, graph.message());
    opsets.forEach(opset -> writer.bytes(ModelFields.OPSET_IMPORT, opset.write()));
    return made(writer.message(), graph.trail().source());
  }

  static OnnxModel made(Bytes message, Source source) {
    try {
      return read(message, source);
    } catch (OnnxFormatException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** The version of the file format. */
  public long irVersion() {
    return fields.irVersion();
  }

  /** The tool that wrote the model, with its version; empty if it did not say. */
  public String producer() {
    return (fields.text(ModelFields.PRODUCER_NAME)
            + " "
            + fields.text(ModelFields.PRODUCER_VERSION))
        .strip();
  }

  /** The namespace of the model; often empty. */
  public String domain() {
    return fields.text(ModelFields.DOMAIN);
  }

  /** What the author says of the model; often empty. */
  public String documentation() {
    return fields.text(ModelFields.DOC_STRING);
  }

  /** Further texts that the author keeps with the model. */
  public Map<String, String> metadata() {
    return fields.metadata();
  }

  /** The operator sets that the model uses. */
  public List<Opset> opsets() {
    return fields.opsets();
  }

  /** The version of the standard operators. */
  public long opset() {
    return opsets().stream()
        .filter(opset -> opset.domain().isEmpty())
        .mapToLong(Opset::version)
        .max()
        .orElse(0);
  }

  /** The graph that a run computes. */
  public Graph graph() {
    return fields.graph();
  }

  /** The operators that the model defines for itself. */
  public List<Function> functions() {
    return fields.functions();
  }

  /** Every tensor of the model: initializers and those in attributes, inner graphs, functions. */
  public List<Tensor> tensors() {
    List<Tensor> tensors = new ArrayList<>();
    TensorWalk.visit(this, tensors::add);
    return tensors;
  }

  /** Where the model came from. */
  public Source source() {
    return source;
  }

  /** This model with another graph, every other byte as it was. */
  public OnnxModel with(Graph graph) {
    return made(fields.withGraph(message, graph), source);
  }

  /** This model with a text under a key of its metadata. */
  public OnnxModel withMetadata(String key, String value) {
    return made(fields.withMetadata(message, key, value), source);
  }

  /** The model as it stands in a file. */
  public Bytes message() {
    return message;
  }

  /** Writes the model, and the external data it refers to, replacing files as a whole. */
  public void write(Path file) throws IOException {
    new ModelWriter(this).write(file);
  }

  @Override
  public String toString() {
    return source.toString();
  }
}
