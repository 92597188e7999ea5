// SPDX-License-Identifier: EPL-2.0
package dev.modelward.onnx;

import dev.modelward.onnx.bytes.Bytes;
import dev.modelward.onnx.bytes.OnnxFormatException;
import dev.modelward.onnx.bytes.Trail;
import dev.modelward.onnx.wire.WireReader;
import java.util.ArrayList;
import java.util.List;

/** An operator that a model defines for itself by nodes. */
public record Function(
    String domain,
    String name,
    List<String> inputs,
    List<String> outputs,
    List<Node> nodes,
    List<Opset> opsets,
    Bytes message) {
  private static final int NAME = 1;
  private static final int INPUT = 4;
  private static final int OUTPUT = 5;
  private static final int NODE = 7;
  private static final int OPSET = 9;
  private static final int DOMAIN = 10;

  /** Keeps its own copies. */
  public Function {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    nodes = List.copyOf(nodes);
    opsets = List.copyOf(opsets);
  }

  static Function read(Bytes message, Trail trail) throws OnnxFormatException {
    WireReader reader = new WireReader(message, trail);
    String name = "";
    String domain = "";
    List<String> inputs = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    List<Node> nodes = new ArrayList<>();
    List<Opset> opsets = new ArrayList<>();
    while (reader.next()) {
      switch (reader.field()) {
        case NAME -> name = reader.name();
        case DOMAIN -> domain = reader.name();
        case INPUT -> inputs.add(reader.name());
        case OUTPUT -> outputs.add(reader.name());
        case NODE -> nodes.add(Node.read(reader.bytes(), trail.down("node", nodes.size())));
        case OPSET -> opsets.add(Opset.read(reader.bytes(), trail.down("opset_import")));
        default -> {}
      }
    }
    return new Function(domain, name, inputs, outputs, nodes, opsets, message);
  }

  @Override
  public String toString() {
    return domain + "." + name;
  }
}
